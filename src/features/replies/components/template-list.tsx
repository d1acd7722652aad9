import { ChevronDown, ChevronUp, Copy, Eye, EyeOff, GripVertical } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { isMac } from '../../../lib/is-mac.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { Editing, TemplateEditor } from '../model/template-editor.ts';
import type { TemplateRow } from '../model/template-rows.ts';
import { useDragOrder, type DragOrder } from './use-drag-order.ts';

type TemplateListProps = {
  readonly rows: readonly TemplateRow[];
  readonly editing: Editing;
  readonly editor: TemplateEditor;
  /** Why there can be no more of one's own; undefined: there can. */
  readonly full: string | undefined;
};

type OwnRow = Extract<TemplateRow, { readonly kind: 'own' }>;
type HouseRow = Extract<TemplateRow, { readonly kind: 'house' }>;

const texts = strings.templates;

/** The templates as one will see them where one chooses; what is hidden is listed last. */
export function TemplateList({ rows, editing, editor, full }: TemplateListProps) {
  const drag = useDragOrder((id, to) => void editor.move(id, to));
  const hasOwn = rows.some(({ kind }) => kind === 'own');
  return (
    <>
      {!hasOwn && <p className="panel templates-empty muted">{texts.empty}</p>}
      <ul className="panel list template-list" aria-label={texts.list}>
        {rows.map((row) =>
          row.kind === 'own' ? (
            <Own key={row.key} row={row} editing={editing} editor={editor} drag={drag} />
          ) : (
            <House key={row.key} row={row} editing={editing} editor={editor} full={full} />
          ),
        )}
      </ul>
    </>
  );
}

type RowProps<Row> = { readonly row: Row } & Pick<TemplateListProps, 'editing' | 'editor'>;

/** One's own: goes up and down by its buttons, by Alt and the arrows, and by its handle. */
function Own({ row, editing, editor, drag }: RowProps<OwnRow> & { readonly drag: DragOrder }) {
  const { template, key, place, count } = row;
  const { name } = template;
  const move = (by: 1 | -1, focus: string): void => void editor.move(key, place + by, focus);
  return (
    <li className={classOf(row, editing, drag.lookOf(key))} {...drag.target(key, place)}>
      <span className="template-grip faint" title={texts.drag} {...drag.handle(key, place)}>
        <Icon of={GripVertical} size={16} />
      </span>
      <Name row={row} editing={editing} editor={editor} onMove={(by) => move(by, `row:${key}`)} />
      {editing.drafts[key] !== undefined && <Chip tone="wait">{texts.unsaved}</Chip>}
      <span className="hide-narrow">
        <Chip>{texts.mine}</Chip>
      </span>
      <span data-focus={`up:${key}`}>
        <Act
          size="min"
          iconOnly
          icon={ChevronUp}
          label={fill(texts.up, { name })}
          unavailable={place === 0 ? texts.isFirst : undefined}
          onPress={() => move(-1, `up:${key}`)}
        />
      </span>
      <span data-focus={`down:${key}`}>
        <Act
          size="min"
          iconOnly
          icon={ChevronDown}
          label={fill(texts.down, { name })}
          unavailable={place === count - 1 ? texts.isLast : undefined}
          onPress={() => move(1, `down:${key}`)}
        />
      </span>
    </li>
  );
}

/** The house's: can be hidden, and copied to make it one's own. */
function House({ row, editing, editor, full }: RowProps<HouseRow> & Pick<TemplateListProps, 'full'>) {
  const { template, house, isHidden } = row;
  const { id: _, ...fields } = template;
  const { name } = fields;
  return (
    <li className={classOf(row, editing, isHidden ? 'gone' : '')}>
      <span className="template-grip" />
      <Name row={row} editing={editing} editor={editor} />
      <span className="hide-narrow">
        <Chip>{isHidden ? texts.hidden : texts.house}</Chip>
      </span>
      <Act
        size="min"
        iconOnly
        icon={Copy}
        label={fill(texts.copyName, { name })}
        unavailable={full}
        onPress={() => editor.startNew(fields)}
      />
      <Act
        size="min"
        iconOnly
        icon={isHidden ? Eye : EyeOff}
        label={fill(isHidden ? texts.showName : texts.hideName, { name })}
        onPress={() => void editor.hide(house, name, !isHidden)}
      />
    </li>
  );
}

function classOf({ key }: TemplateRow, { selected }: Editing, look: string): string {
  return `${selected === key ? 'selected' : ''} ${look}`.trim();
}

type NameProps = RowProps<TemplateRow> & { readonly onMove?: (by: 1 | -1) => void };

function Name({ row, editing, editor, onMove }: NameProps) {
  const { key, digit, template } = row;
  const onKeyDown = (event: KeyboardEvent): void => {
    const { code, altKey, ctrlKey, metaKey, shiftKey } = event;
    const isAlt = isMac ? ctrlKey && shiftKey && !altKey : altKey && !ctrlKey && !shiftKey;
    if (!isAlt || metaKey || onMove === undefined || (code !== 'ArrowUp' && code !== 'ArrowDown')) return;
    event.preventDefault();
    // The same keys go through the calls elsewhere.
    event.stopPropagation();
    onMove(code === 'ArrowUp' ? -1 : 1);
  };
  return (
    <button
      type="button"
      className="template-name"
      data-focus={`row:${key}`}
      aria-current={editing.selected === key || undefined}
      aria-keyshortcuts={
        onMove && (isMac ? 'Control+Shift+ArrowUp Control+Shift+ArrowDown' : 'Alt+ArrowUp Alt+ArrowDown')
      }
      onKeyDown={onKeyDown}
      onClick={() => editor.select(key)}
    >
      <span className={digit === null ? 'template-digit' : 'template-digit kbd solid'} aria-hidden>
        {digit ?? '–'}
      </span>
      <bdi className="b ell">{editing.drafts[key]?.name ?? template.name}</bdi>
    </button>
  );
}
