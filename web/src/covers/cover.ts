import type { Title } from '../titles/title';

export type Tone = 'deep' | 'vivid' | 'bright' | 'paper';
export type Width = 'narrow' | 'normal' | 'wide';

/** Look of the cover of a title without a poster; always the same for one title. */
export interface CoverLook {
  readonly motif: string;
  readonly mirrored: boolean;
  readonly tone: Tone;
  /** Degrees. */
  readonly hue: number;
  readonly secondHue: number;
  readonly width: Width;
  /** Size of the name, in hundredths of the cover's width. */
  readonly size: number;
}

/** Hue of each genre, in degrees, and the motifs that suit it. */
const genreLooks: Readonly<Record<number, readonly [hue: number, motifs: string]>> = {
  12: [165, 'peaks sun path globe moon'],
  14: [300, 'moon peaks arches eye planet'],
  16: [85, 'bubbles hills sun waves dots'],
  18: [255, 'arches window halves pair waves rings'],
  27: [22, 'slashes eye rays moon blinds'],
  28: [35, 'rays slashes steps path rings'],
  35: [75, 'bubbles halves dots sun pair'],
  36: [65, 'columns arches sun window'],
  37: [50, 'sun hills path rays'],
  53: [225, 'rings blinds slashes eye steps'],
  80: [270, 'blinds steps window path bars'],
  99: [190, 'dots globe columns hills'],
  878: [235, 'planet globe rings moon path'],
  9648: [290, 'eye rings moon window blinds'],
  10402: [335, 'bars waves dots rings'],
  10749: [8, 'pair waves halves sun'],
  10751: [140, 'hills bubbles sun pair'],
  10752: [115, 'steps rays columns blinds'],
  10759: [40, 'rays path peaks globe'],
  10762: [95, 'bubbles dots hills'],
  10763: [210, 'globe dots bars'],
  10764: [345, 'dots bars halves'],
  10765: [280, 'planet moon rings arches'],
  10766: [350, 'pair waves window'],
  10767: [200, 'halves bars dots'],
  10768: [120, 'columns steps globe'],
};
const anyLook = [245, 'arches rings pair'] as const;

/** Width of an average letter at each width of the typeface, in ems. */
const letterWidths: Readonly<Record<Width, number>> = { narrow: 0.455, normal: 0.59, wide: 0.7 };
const roomAcross = 84;
const roomDown = 66;

export function coverOf(title: Pick<Title, 'key' | 'name' | 'genres'>): CoverLook {
  const dice = hash(title.key + title.name);
  // Drama is the most frequent genre and the least specific: any other genre of the title takes precedence.
  const genre = title.genres.find(one => one !== 18) ?? title.genres[0] ?? 0;
  const [baseHue, motifs] = genreLooks[genre] ?? anyLook;
  const hue = (baseHue + (dice % 45) - 22 + 360) % 360;
  return {
    motif: pick(motifs.split(' '), dice >>> 5),
    mirrored: (dice >>> 8) % 2 === 1,
    tone: pick<Tone>(['deep', 'vivid', 'paper', 'bright', 'deep', 'vivid'], dice >>> 9),
    hue,
    secondHue: (hue + pick([40, 320, 180, 60, 150], dice >>> 13)) % 360,
    ...fit(title.name, dice >>> 17),
  };
}

/** Chooses a width and a size at which the longest word fits across and the whole name fits down. */
function fit(name: string, dice: number): Pick<CoverLook, 'width' | 'size'> {
  const preferred = pick<Width>(['wide', 'normal', 'narrow', 'narrow'], dice);
  const order: readonly Width[] = [preferred, 'normal', 'narrow'];
  for (const width of order) {
    const size = sizeAt(name, width);
    if (size >= 13 || width === 'narrow') return { width, size };
  }
  return { width: 'narrow', size: sizeAt(name, 'narrow') };
}

function sizeAt(name: string, width: Width): number {
  const letter = letterWidths[width];
  const longest = Math.max(1, ...name.split(/[\s-]+/).map(lengthOf));
  const across = roomAcross / (longest * letter);
  const down = Math.sqrt((roomAcross * roomDown) / (lengthOf(name) * letter * 1.25));
  return Math.round(Math.min(27, Math.max(7, Math.min(across, down))) * 10) / 10;
}

/** Length in average Latin letters. Capitals are wider; characters of East Asian scripts are as wide as high. */
function lengthOf(text: string): number {
  let length = 0;
  for (const sign of text) length += widthOf(sign);
  return length;
}

function widthOf(sign: string): number {
  if (/[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/.test(sign)) return 2.1;
  if (/[MWmw]/.test(sign)) return 1.5;
  if (/\p{Lu}/u.test(sign)) return 1.2;
  return /[iljtf.,:;'! ]/.test(sign) ? 0.65 : 1;
}

const pick = <T>(from: readonly T[], dice: number): T => from[dice % from.length] as T;

/** Computes FNV-1a (32 bits) with a final mixing step, so that the low bits are as random as the high ones. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
