/** A key of the keyboard. */
export function KeyHint({ children }: { readonly children: string }) {
  return (
    <kbd className="inline-block min-w-[19px] rounded-[5px] border border-line2 border-b-2 px-[5px] text-center font-sans font-semibold text-[11px] text-ink2 leading-[17px]">
      {children}
    </kbd>
  );
}
