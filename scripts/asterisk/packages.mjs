/**
 * Libraries that packages of Asterisk ask for and no module of ours needs: databases, fax, printing, sound cards. Names
 * without a version, because those move; what was left out wrongly is found by `verify`, and then all is taken.
 */
const needless =
  /^(libperl|libicu|libglib2|libgmime|libjack|libasound2|libportaudio|libunbound|libsnmp|libsybdb|libpq|libodbc|libneon|libical|libspandsp|libtiff|libjpeg|libwebp|libsharpyuv|libjbig|liblerc|libdeflate|libvo-|libvorbis|libopencore|libcodec2|libspeex|libsamplerate|libdb5|libevent|libgpgme|libassuan|libksba|libnpth|libgcrypt|libgpg-error|libgnutls|libhogweed|libnettle|libp11|libtasn1|libgmp|libsensors|libpci|libwrap|libnl-|libudev|libradcli|libfreeradius|liblua|libiksemel|libntlm|libjwt|libb64|libltdl|libresample|libmount|libblkid|libselinux|libpcre2|libaudit|libcap-ng|libpam|libsemanage|libsepol|libacl|libbz2|libdebconf|libgdbm|libreadline|libncurses|libc-gconv|libffi|liblzma|libatomic|libsasl2-modules)|-data$|-base$/;

const wanted = ['asterisk', 'asterisk-core-sounds-en-gsm'];

/** The version the workspace's sources carry, without its epoch; undefined when they carry none. */
export async function carriedVersion(apt) {
  const { output } = await apt.cache('policy', 'asterisk');
  return /Candidate: (?:\d+:)?(\d\S*)/.exec(output)?.[1];
}

/** What apt would install on an empty system: `all` of it that may be of use, and the `few` that should do. */
export async function resolvePackages(apt) {
  const simulated = await apt.get('--simulate', 'install', ...wanted);
  if (!simulated.ok) return simulated;
  const all = [...simulated.output.matchAll(/^Inst (\S+)/gm)]
    .map(([, name]) => name)
    .filter((name) => /^(lib|asterisk|zlib1g)/.test(name));
  return { ok: true, all, few: all.filter((name) => !needless.test(name)) };
}
