import type { ReactNode } from 'react';
import './data-table.css';

export type Column = {
  readonly title: string;
  /** `drops`: gone on a narrow window; `less-important`: on a middle one already. `actions`: its title is only read. */
  readonly kind?: 'drops' | 'less-important' | 'actions';
};

export type DataTableProps = {
  /** What it lists; read out. */
  readonly caption: string;
  readonly columns: readonly Column[];
  /** Rows of `tr`, with as many cells as there are columns, and with the classes of theirs. */
  readonly children: ReactNode;
};

/** A list of things with the same facts, in columns; the first column names each. */
export function DataTable({ caption, columns, children }: DataTableProps) {
  return (
    <div className="panel data-table-box">
      <table className="data-table">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, kind }) => (
              <th key={title} scope="col" className={kind === 'less-important' ? 'drops less-important' : kind}>
                {kind === 'actions' ? <span className="sr">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
