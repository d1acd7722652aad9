import { TriangleAlert } from 'lucide-react';
import { Banner } from '../../../ui/banner.tsx';
import type { Editing } from '../model/template-editor.ts';

/** Why the last thing was not done, beside what it was about. */
export const TemplateFailure = ({ editing: { failure } }: { readonly editing: Editing }) => (
  <div role="alert">{failure !== null && <Banner tone="bad" icon={TriangleAlert} title={failure} />}</div>
);
