import { z } from 'zod';
import { nothing, operation, type Operation } from './operation.ts';
import { replyTextSchema } from './reply-operations.ts';

/** As many templates of their own as somebody may have. */
export const mostTemplates = 30;
export const longestTemplateName = 40;

const params = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/, 'This is not a template id.') });

const fields = {
  name: z
    .string()
    .max(1000, `Write at most ${longestTemplateName} characters.`)
    .transform((written) => written.replaceAll(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(1, 'Give the template a name.')
        .max(longestTemplateName, `Write at most ${longestTemplateName} characters.`)
        .regex(/^\P{Cc}*$/u, 'There is a sign in it that nobody can read.'),
    ),
  text: replyTextSchema,
  /** BCP 47, of the text. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i, 'This is not a language.')
    .max(35),
};

const templateSchema = z
  .object({ id: z.string(), name: z.string(), text: z.string(), language: z.string() })
  .meta({ id: 'Template' });

const own = z.array(templateSchema).readonly();
/** A template of the house, which every locale brings along. */
const houseTemplateSchema = z.object({ language: fields.language, id: z.string().regex(/^\w{1,40}$/) });
const hidden = z.array(houseTemplateSchema).readonly();

/** What somebody says often to callers they cannot take: their own list, and what of the house’s they do not want to see. */
export const templateOperations = {
  templates: operation({
    method: 'GET',
    path: '/api/v1/templates',
    summary: 'Your own reply templates in your order, and those of the house that you have hidden',
    answer: z.object({ own, hidden }),
    status: 200,
    errors: [],
  }),
  addTemplate: operation({
    method: 'POST',
    path: '/api/v1/templates',
    summary: 'Keep a reply template of your own, last or at a place (0 is the first); 30 at most',
    body: z.object({ ...fields, at: z.number().int().min(0).optional() }),
    answer: templateSchema,
    status: 201,
    errors: ['tooManyTemplates'],
  }),
  changeTemplate: operation({
    method: 'PATCH',
    path: '/api/v1/templates/:id',
    summary: 'Change a reply template of your own; what is left out stays',
    params,
    body: z.object(fields).partial(),
    answer: templateSchema,
    status: 200,
    errors: ['noSuchTemplate'],
  }),
  removeTemplate: operation({
    method: 'DELETE',
    path: '/api/v1/templates/:id',
    summary: 'Delete a reply template of your own',
    params,
    answer: nothing,
    status: 204,
    errors: ['noSuchTemplate'],
  }),
  orderTemplates: operation({
    method: 'POST',
    path: '/api/v1/templates/order',
    summary: 'Put your own reply templates in this order; those not named come after them as they were',
    body: z.object({ ids: z.array(params.shape.id).max(200).readonly() }),
    answer: z.object({ own }),
    status: 200,
    errors: [],
  }),
  hideTemplate: operation({
    method: 'POST',
    path: '/api/v1/templates/house',
    summary: 'Hide a reply template of the house from your lists, or show it again',
    body: houseTemplateSchema.extend({ hidden: z.boolean() }),
    answer: z.object({ hidden }),
    status: 200,
    errors: [],
  }),
} as const satisfies Record<string, Operation>;
