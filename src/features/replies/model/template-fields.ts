import { longestTemplateName } from '../../../../shared/protocol/template-operations.ts';
import { fill } from '../../../lib/strings/fill.ts';
import { strings } from '../../../lib/strings/strings.ts';
import type { Template } from './templates-store.ts';

/** What one writes of a template. */
export type TemplateFields = Omit<Template, 'id'>;
/** What is wrong with it, as sentences. */
export type TemplateFaults = { readonly name?: string; readonly text?: string };

export const fieldsOf = ({ name, text, language }: Template): TemplateFields => ({ name, text, language });

export const isSame = (one: TemplateFields, other: TemplateFields): boolean =>
  one.name === other.name && one.text === other.text && one.language === other.language;

/** `longest`: of the text, in characters; null: the server has not said. */
export function faultsOf({ name, text }: TemplateFields, longest: number | null): TemplateFaults {
  const texts = strings.templates;
  const tooLong = (most: number): string => fill(texts.tooLong, { most });
  const ofName = lengthFault(name, longestTemplateName, { missing: texts.nameMissing, tooLong });
  const ofText = lengthFault(text, longest ?? Infinity, { missing: texts.textMissing, tooLong });
  return { ...(ofName !== null && { name: ofName }), ...(ofText !== null && { text: ofText }) };
}

type Sentences = { readonly missing: string; readonly tooLong: (most: number) => string };

function lengthFault(written: string, most: number, { missing, tooLong }: Sentences): string | null {
  const { length } = written.replaceAll(/\s+/g, ' ').trim();
  if (length === 0) return missing;
  return length > most ? tooLong(most) : null;
}
