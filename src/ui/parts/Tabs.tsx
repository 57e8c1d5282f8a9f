import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { classes } from './classes.ts';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
}

/** Tabs with the arrow keys of the pattern. Panels carry the ids that `tabPanelProps` gives. */
export function Tabs<Id extends string>({
  group,
  label,
  tabs,
  selected,
  onSelect,
  className,
}: {
  /** Distinguishes the ids of two groups on one page. */
  readonly group: string;
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  readonly className?: string;
}) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === selected);
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -at, End: tabs.length - 1 - at }[event.key];
    if (step === undefined) return;
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    onSelect(next.id);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(group, next.id))}`)?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      onKeyDown={onKeyDown}
      className={classes('flex gap-5', className)}
    >
      {tabs.map((tab) => {
        const on = tab.id === selected;
        return (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={tabId(group, tab.id)}
            aria-selected={on}
            aria-controls={on ? panelId(group, tab.id) : undefined}
            tabIndex={on ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            className={classes(
              'h-11 min-w-11 whitespace-nowrap font-semibold text-[13.5px] focus-visible:-outline-offset-2',
              on
                ? 'text-ink shadow-[inset_0_-2.5px_0_var(--ink)] forced-colors:border-b-2'
                : 'text-ink2 hover:text-ink',
            )}
          >
            {tab.label}
          </button>
        );
      })}
    </div>
  );
}

/** The region that a tab shows. */
export function TabPanel({
  group,
  id,
  className,
  children,
}: {
  readonly group: string;
  readonly id: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <div
      role="tabpanel"
      id={panelId(group, id)}
      aria-labelledby={tabId(group, id)}
      className={className}
    >
      {children}
    </div>
  );
}

const tabId = (group: string, id: string) => `${group}-tab-${id}`;
const panelId = (group: string, id: string) => `${group}-panel-${id}`;
