/** Files for the reader: by a blob, since the page may fetch nothing. */

export function download(text: string, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** What a drawing takes from the page's style sheet. */
const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

/** Height of a row of the legend that only the file has, px. */
export const EXPORT_ROW = 18;

/** The drawing as a file of its own, its styles written in; `about` is kept with it. */
export function svgText(drawn: SVGSVGElement, about: string): string {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const originals = [drawn, ...drawn.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  for (const [i, original] of originals.entries()) {
    const style = getComputedStyle(original);
    const target = copies[i]!;
    for (const name of STYLES) target.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['class', 'style', 'tabindex', 'role']) target.removeAttribute(name);
  }
  const { width, height } = drawn.getBoundingClientRect();
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  const legend = copy.querySelector('[data-export]');
  legend?.removeAttribute('display');
  const all = height + EXPORT_ROW * Number(legend?.getAttribute('data-export') ?? 0) + 6;
  copy.setAttribute('height', String(all));
  copy.setAttribute('viewBox', `0 0 ${width} ${all}`);
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', getComputedStyle(document.body).getPropertyValue('--surface'));
  const described = document.createElementNS('http://www.w3.org/2000/svg', 'desc');
  described.textContent = about;
  copy.prepend(described, paper);
  return `${new XMLSerializer().serializeToString(copy)}\n`;
}
