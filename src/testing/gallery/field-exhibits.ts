import { ok, fail } from '../../../shared/result.ts';
import { createDialStore, type DialStore } from '../../features/dialling/model/dial-store.ts';
import { keepNumbers } from '../../features/dialling/model/kept-numbers.ts';
import { loadReadNumber } from '../../lib/load-read-number.ts';
import { strings } from '../../lib/strings/strings.ts';
import { fakeStorage } from '../fake-media.ts';
import { snapshotOf } from '../stream.ts';
import { galleryNow, openDesk, type ExhibitDesk } from './exhibit.ts';

type FieldDesk = { readonly desk: ExhibitDesk; readonly dial: DialStore };

/** One state of the field for people and numbers. */
export type FieldExhibit = {
  readonly name: string;
  readonly text: string;
  /** Why nobody can be called. */
  readonly noDialling?: string;
  readonly hasCalled?: boolean;
  readonly acts?: (desk: FieldDesk) => void;
};

/** The field with what has been written and done. */
export async function openField({ name, text, hasCalled = false, acts }: FieldExhibit): Promise<FieldDesk> {
  const desk = await openDesk({ name, lane: 'withYou', calls: () => [] });
  desk.server.handlers.dialling = () => ok({ possible: true, country: 'US' });
  const dial = createDialStore({
    server: desk.server,
    numbers: keepNumbers({ storage: fakeStorage(), userId: 'gallery' }),
    loadReadNumber,
    placeCall: (number) => desk.model.placing.place({ number, from: 'field' }),
  });
  dial.accept(snapshotOf([], galleryNow));
  await dial.load();
  if (hasCalled) dial.remember('+4722550138');
  dial.write(text);
  acts?.({ desk, dial });
  return { desk, dial };
}

const noLine = strings.dialling.notPossible;
const enter = ({ dial }: FieldDesk): void => void dial.call();

export const fieldExhibits: readonly FieldExhibit[] = [
  { name: 'field-empty', text: '' },
  { name: 'field-called-before', text: '', hasCalled: true },
  { name: 'field-name', text: 'lu' },
  { name: 'field-partial', text: '650 555' },
  { name: 'field-number', text: '(650) 555-0184' },
  { name: 'field-extension', text: '214' },
  { name: 'field-too-long', text: '650555018499' },
  { name: 'field-no-country', text: '+999 123 4567' },
  { name: 'field-no-such-number', text: '0650555018' },
  { name: 'field-emergency', text: '911' },
  { name: 'field-entered-too-short', text: '650555', acts: enter },
  { name: 'field-no-line', text: '6505550184', noDialling: noLine },
  { name: 'field-no-line-called-before', text: '', hasCalled: true, noDialling: noLine },
  {
    name: 'field-placing',
    text: '6505550184',
    acts: (field) => {
      field.desk.server.handlers.placeCall = () => new Promise<never>(() => undefined);
      enter(field);
    },
  },
  {
    name: 'field-not-allowed',
    text: '6505550184',
    acts: (field) => {
      field.desk.server.handlers.placeCall = () => fail({ code: 'numberNotAllowed' });
      enter(field);
    },
  },
];
