import { useEffect } from 'preact/hooks';
import { saying } from '../../lists/listActions';
import { preferences } from '../../preferences/preferences';
import { navigate, query } from '../../routing/router';
import { strings } from '../../strings';
import { Page } from '../../ui/Page';
import { draft, forgetDraft, keep } from './draft';
import { GroupsStep } from './GroupsStep';
import { PicksStep } from './PicksStep';
import { saveGroups } from './saveGroups';
import { TuneStep } from './TuneStep';
import './start.css';

const steps = [
  { words: strings.start.groups, Step: GroupsStep },
  { words: strings.start.picks, Step: PicksStep },
  { words: strings.start.tune, Step: TuneStep },
] as const;

/** The questionnaire, a step an address, so that the back button goes back a step; what is said is kept at once. */
export default function StartPage() {
  const asked = Number(query.value.get('step') ?? draft.value.step);
  const step = asked === 2 || asked === 3 ? asked : 1;
  const { words, Step } = steps[step - 1]!;
  useEffect(() => {
    keep({ step });
    // The back button returns to this step, not to the furthest one.
    if (query.value.get('step') === null) navigate(`/start?step=${step}`, { quiet: true });
  }, [step]);
  const go = (to: number) => {
    if (step === 1) void saying(saveGroups(draft.value.groups));
    if (to <= steps.length) return navigate(`/start?step=${to}`);
    void saying(preferences.update(now => ({ ...now, questionnaireCompleted: true })));
    forgetDraft();
    navigate('/');
  };
  return (
    <Page title={words.title} lead={words.lead} class="start">
      <div class="progress">
        <p>{strings.start.step(step, steps.length)}</p>
        <progress value={step} max={steps.length} aria-label={strings.start.step(step, steps.length)} />
      </div>
      <Step />
      <div class="start-bar">
        {step > 1 ? <a class="button button-quiet" href={`/start?step=${step - 1}`}>{strings.start.back}</a> : <a class="button button-quiet" href="/">{strings.start.later}</a>}
        <button type="button" class="button button-main" onClick={() => go(step + 1)}>{step === steps.length ? strings.start.finish : strings.start.next}</button>
      </div>
    </Page>
  );
}
