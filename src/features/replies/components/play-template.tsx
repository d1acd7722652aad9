import { Play, Square } from 'lucide-react';
import { strings } from '../../../lib/strings/strings.ts';
import { Act } from '../../../ui/act.tsx';
import type { Editing, TemplateEditor } from '../model/template-editor.ts';
import type { TemplateFields } from '../model/template-fields.ts';

type PlayTemplateProps = {
  readonly editing: Editing;
  readonly editor: TemplateEditor;
  readonly fields: TemplateFields;
};

/** The very sound a caller will hear, of what is written. */
export function PlayTemplate({ editing: { listening }, editor, fields }: PlayTemplateProps) {
  const { play, stop, speaking } = strings.replies.dialog;
  return (
    <Act
      size="call"
      icon={listening === 'playing' ? Square : Play}
      label={{ silent: play, preparing: speaking, playing: stop }[listening]}
      busy={listening === 'preparing'}
      unavailable={fields.text.trim() === '' ? strings.templates.textMissing : undefined}
      onPress={() => void editor.listen(fields)}
    />
  );
}
