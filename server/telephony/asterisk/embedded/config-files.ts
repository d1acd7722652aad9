import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { edgeAcl } from '../console-endpoint.ts';
import type { EmbeddedFolders } from './embedded-folders.ts';
import type { Instance } from './instance-file.ts';
import type { Installation } from './locate-asterisk.ts';
import { type ConfigFiles, type ConfigValues, hashOf, renderConfig } from './render-config.ts';

/** Where the edge connects from. Not 127.0.0.1, where a trunk may be: every address of 127.0.0.0/8 is this machine. */
export const edgeAddress = '127.0.0.2';
export const ariUser = 'frontdesk';
/** The name of our Stasis application, as the dialplan calls it. */
export const stasisApp = 'frontdesk';

export type SipOptions = {
  readonly sipAddress: string;
  readonly sipPort: number;
  readonly rtpPorts: { readonly low: number; readonly high: number };
  /** The address in our SDP, to which RTP is bound. */
  readonly mediaAddress: string;
  /** Addresses or networks whose SIP is the trunk's. */
  readonly trunkMatch: readonly string[];
  /** Where calls to the outside are sent, a SIP URI. */
  readonly trunkContact?: string;
};

export type ConfigOptions = SipOptions & {
  readonly root: string;
  readonly folders: EmbeddedFolders;
  readonly installation: Installation;
  readonly instance: Instance;
};

const network = (match: string): string => (/^[\d.]+$/u.test(match) ? `${match}/32` : match);

function valuesOf(options: ConfigOptions, hostAddresses: readonly string[]): ConfigValues {
  const { folders, installation, instance } = options;
  const onLoopback = options.mediaAddress === '127.0.0.1';
  return {
    PBX: folders.pbx,
    SPOOL: folders.spool,
    MUSIC: folders.music,
    MODULES: installation.modulesFolder,
    DATA: installation.dataFolder,
    APP: stasisApp,
    ARI_USER: ariUser,
    ARI_PASSWORD: instance.password,
    HTTP_PORT: String(instance.httpPort),
    EDGE_ACL: edgeAcl,
    EDGE_ADDRESS: edgeAddress,
    SIP_ADDRESS: options.sipAddress,
    SIP_PORT: String(options.sipPort),
    MEDIA_ADDRESS: options.mediaAddress,
    RTP_LOW: String(options.rtpPorts.low),
    RTP_HIGH: String(options.rtpPorts.high),
    TRUNK_MATCHES: options.trunkMatch.map((match) => `match=${network(match)}`),
    TRUNK_CONTACT: options.trunkContact === undefined ? [] : [`contact=${options.trunkContact}`],
    // RTP bound to loopback is offered as such, not under the machine's other addresses.
    HOST_CANDIDATES: onLoopback ? hostAddresses.map((address) => `${address} => 127.0.0.1`) : [],
  };
}

function ownAddresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return [
    ...new Set(all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address)),
  ];
}

function readTemplates(root: string): ConfigFiles {
  const folder = path.join(root, 'server/telephony/asterisk/embedded/templates');
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

/**
 * The configuration, and its name for adoption. The machine's own addresses are not part of the name: another network is
 * no reason to drop the calls.
 */
export function renderFor(options: ConfigOptions): { readonly files: ConfigFiles; readonly hash: string } {
  const templates = readTemplates(options.root);
  const hasModule = (name: string): boolean => existsSync(path.join(options.installation.modulesFolder, name));
  const render = (hosts: readonly string[]): ConfigFiles =>
    renderConfig(templates, valuesOf(options, hosts), hasModule);
  return { files: render(ownAddresses()), hash: hashOf(render([])) };
}

/** Writes it where asterisk.conf says; the ARI password is in there, so that nobody else may read it. */
export function writeConfig(folders: EmbeddedFolders, files: ConfigFiles): void {
  for (const [name, text] of Object.entries(files))
    writeFileSync(path.join(folders.pbx, 'etc', name), text, { mode: 0o600 });
}
