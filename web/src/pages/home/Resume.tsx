import { strings } from '../../strings';
import { Icon } from '../../ui/Icon';

/** For whoever left the questionnaire half-way: where to go on. */
export function Resume() {
  const words = strings.start.resume;
  return (
    <aside class="resume" aria-label={words.title}>
      <div><p class="resume-title">{words.title}</p><p>{words.text}</p></div>
      <a class="button" href="/start">{words.action}<Icon name="right" /></a>
    </aside>
  );
}
