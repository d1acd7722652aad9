import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: './server/storage/sql/schema/*.ts',
  out: './server/storage/sql/migrations',
});
