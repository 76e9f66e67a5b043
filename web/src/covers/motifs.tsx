import './cover.css';
import type { ComponentChildren } from 'preact';

type Ink = 'a' | 'b' | 'c' | '0';

/** Many shapes as one of each ink: a cover is drawn often, and every shape of it counts. */
function inked(count: number, draw: (index: number) => readonly [ink: Ink, path: string]): ComponentChildren {
  const paths = new Map<Ink, string>();
  for (let index = 0; index < count; index++) {
    const [ink, path] = draw(index);
    paths.set(ink, (paths.get(ink) ?? '') + path);
  }
  return [...paths].map(([ink, path]) => <path key={ink} class={`ink-${ink}`} d={path} />);
}

const disc = (x: number, y: number, radius: number) => `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
const other = (index: number): Ink => (index % 2 ? 'b' : 'a');

/** A beam from the middle at so many degrees. */
function beam(degrees: number): string {
  const point = (turn: number) => `${(50 + 130 * Math.sin(((degrees + turn) * Math.PI) / 180)).toFixed(1)} ${(56 - 130 * Math.cos(((degrees + turn) * Math.PI) / 180)).toFixed(1)}`;
  return `M50 56L${point(-4.5)}L${point(4.5)}Z`;
}

/** The shapes of the covers, 100 by 100 and somewhat below, cut to the room that a name leaves. Of the inks a is the body, b the shade, c the light, 0 the ground. */
const motifs: Readonly<Record<string, () => ComponentChildren>> = {
  sun: () => <><circle class="ink-c" cx="50" cy="56" r="27" /><path class="ink-a" d="M0 62 Q30 50 58 64 T100 58 V150 H0Z" /><path class="ink-b" d="M0 78 Q36 66 66 80 T100 76 V150 H0Z" /></>,
  hills: () => <><circle class="ink-c" cx="72" cy="34" r="13" /><path class="ink-b" d="M0 70 Q26 30 56 66 T100 52 V150 H0Z" /><path class="ink-a" d="M0 92 Q34 56 70 86 T100 80 V150 H0Z" /></>,
  peaks: () => <><path class="ink-b" d="M-10 110 L34 38 L78 110Z" /><path class="ink-a" d="M26 110 L68 28 L118 110Z" /><path class="ink-c" d={`M68 28 L82 51 L68 46 L57 50Z${disc(28, 30, 10)}`} /></>,
  path: () => <><path class="ink-b" d="M0 56 H100 V150 H0Z" /><path class="ink-a" d="M50 56 L96 150 H4Z" /><circle class="ink-c" cx="50" cy="42" r="14" /></>,
  moon: () => <><circle class="ink-c" cx="56" cy="46" r="30" /><circle class="ink-0" cx="42" cy="38" r="28" /><path class="ink-a" d={disc(24, 72, 4) + disc(16, 26, 2) + disc(84, 86, 3) + disc(36, 90, 1.5)} /></>,
  planet: () => <><circle class="ink-a" cx="50" cy="52" r="28" /><path class="ink-b" d="M50 24 A28 28 0 0 1 50 80 A40 40 0 0 0 50 24Z" /><ellipse class="ink-line" cx="50" cy="52" rx="42" ry="11" transform="rotate(-20 50 52)" /><circle class="ink-c" cx="86" cy="20" r="4" /></>,
  globe: () => <><circle class="ink-a" cx="50" cy="52" r="34" /><path class="ink-line" d="M50 18 V86 M16 52 H84 M21 35 H79 M21 69 H79 M50 18 A34 34 0 0 0 50 86 A34 34 0 0 0 50 18 A22 34 0 0 0 50 86 A22 34 0 0 0 50 18 A11 34 0 0 0 50 86 A11 34 0 0 0 50 18" /></>,
  rings: () => <>{[46, 37, 28, 19, 10].map((radius, index) => <circle key={radius} class={`ink-${other(index)}`} cx="50" cy="54" r={radius} />)}<circle class="ink-c" cx="50" cy="54" r="6" /></>,
  eye: () => <><path class="ink-a" d="M4 54 Q50 2 96 54 Q50 106 4 54Z" /><circle class="ink-0" cx="50" cy="54" r="22" /><circle class="ink-c" cx="50" cy="54" r="13" /><circle class="ink-0" cx="50" cy="54" r="5" /></>,
  slashes: () => inked(4, index => [index === 1 ? 'c' : other(index), `M${8 + index * 26} -6H${22 + index * 26}L${-6 + index * 26} 110H${-12 + index * 26}Z`]),
  rays: () => <>{inked(12, index => [other(index), beam(index * 30)])}<circle class="ink-c" cx="50" cy="56" r="13" /></>,
  blinds: () => inked(7, index => [index === 2 ? 'c' : other(index), `M0 ${8 + index * 13}L100 ${2 + index * 13}V${9 + index * 13}L0 ${15 + index * 13}Z`]),
  steps: () => <>{inked(5, index => [other(index), `M${index * 20} ${92 - index * 18}H${index * 20 + 20}V150H${index * 20}Z`])}<circle class="ink-c" cx="24" cy="34" r="12" /></>,
  window: () => <><path class="ink-a" d="M20 20 H80 V96 H20Z" /><path class="ink-c" d="M26 26 H47 V54 H26Z" /><path class="ink-b" d="M53 26 H74 V54 H53Z M26 60 H47 V90 H26Z M53 60 H74 V90 H53Z" /></>,
  columns: () => <>{inked(5, index => [other(index), `M${8 + index * 17.5} 38h14v100h-14Z`])}<path class="ink-c" d="M4 34 L50 12 L96 34Z" /></>,
  arches: () => <>{([['a', 42], ['b', 31], ['a', 20], ['c', 9]] as const).map(([ink, radius]) => <path key={radius} class={`ink-${ink}`} d={`M${50 - radius} 150V60a${radius} ${radius} 0 0 1 ${2 * radius} 0V150Z`} />)}</>,
  halves: () => <><path class="ink-a" d="M50 14 A38 38 0 0 0 50 90Z" /><path class="ink-c" d="M54 28 A38 38 0 0 1 54 104Z" /></>,
  pair: () => <><circle class="ink-a" cx="36" cy="52" r="28" /><circle class="ink-c" cx="64" cy="52" r="28" /><path class="ink-b" d="M50 27.8 A28 28 0 0 1 50 76.2 A28 28 0 0 1 50 27.8Z" /></>,
  waves: () => <>{(['c', 'a', 'b', 'a', 'b'] as const).map((ink, index) => <path key={index} class={`ink-${ink}`} d={`M-10 ${26 + index * 16}q15 -14 30 0t30 0t30 0t30 0V150H-10Z`} />)}</>,
  bars: () => inked(8, index => { const high = [30, 54, 76, 46, 84, 62, 38, 56][index] ?? 0; return [index === 4 ? 'c' : other(index), `M${5 + index * 11.5} ${54 - high / 2}h8v${high}h-8Z`]; }),
  bubbles: () => <><circle class="ink-a" cx="32" cy="58" r="30" /><path class="ink-c" d={disc(72, 34, 18) + disc(20, 18, 6)} /><circle class="ink-b" cx="76" cy="76" r="22" /></>,
  dots: () => inked(30, index => [index === 13 ? 'c' : other(index + Math.floor(index / 5)), disc(14 + (index % 5) * 18, 14 + Math.floor(index / 5) * 17, index === 13 ? 9 : 6)]),
};

export const motifNames = Object.keys(motifs);

/** Drawn once a page; the covers refer to it. */
export function Motifs() {
  return (
    <svg class="motifs" aria-hidden="true" width="0" height="0">
      {Object.entries(motifs).map(([name, Motif]) => (
        <symbol key={name} id={`motif-${name}`} viewBox="0 0 100 100" preserveAspectRatio="xMidYMid slice"><Motif /></symbol>
      ))}
    </svg>
  );
}
