import { Palette, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { ThemeChoice } from '../../features/desk/components/theme-choice.tsx';
import { strings } from '../../lib/strings/strings.ts';
import type { Ports } from '../../ports/ports.ts';
import { Section, SectionsPage } from '../../ui/sections-page.tsx';
import type { ConsoleModel } from '../console/console-model.ts';

export type SettingsPageProps = {
  readonly section: string | null;
  readonly onGo: (to: string) => void;
  readonly model: ConsoleModel;
  readonly ports: Ports;
};

type SectionOf = {
  readonly path: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly draw: (parts: SettingsPageProps) => ReactNode;
};

const texts = strings.settings;

/** Each section is drawn by the feature it belongs to; here is only where it stands. */
const sections: readonly SectionOf[] = [
  {
    path: 'appearance',
    label: texts.appearance.title,
    icon: Palette,
    draw: ({ model }) => (
      <Section title={texts.appearance.title} hint={texts.appearance.hint}>
        <div className="panel settings-panel">
          <ThemeChoice appearance={model.appearance} />
        </div>
      </Section>
    ),
  },
];

/** What a receptionist sets: what belongs to the person on the server, what belongs to the machine in this browser. */
export function SettingsPage(props: SettingsPageProps) {
  const current = sections.find(({ path }) => path === props.section) ?? sections[0];
  const links = sections.map(({ path, label, icon }) => ({ to: `/settings/${path}`, label, icon }));
  return (
    <SectionsPage title={texts.title} links={links} current={`/settings/${current?.path}`} onGo={props.onGo}>
      {current?.draw(props)}
    </SectionsPage>
  );
}
