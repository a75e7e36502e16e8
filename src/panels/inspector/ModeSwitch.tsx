import type { PipelineNode } from '../../graph/document';
import { useT } from '../../i18n/use-t';
import { text } from '../../lib/text';
import { useDocument } from '../../store/document/document-store';
import { SegmentedControl } from '../../ui/SegmentedControl';

type Mode = PipelineNode['mode'];

export function ModeSwitch({ nodeIds, mode }: { nodeIds: readonly string[]; mode: Mode }) {
  const { t } = useT();
  const apply = useDocument((state) => state.apply);
  const help = { on: t('inspector.onHelp'), bypassed: t('inspector.bypassedHelp'), off: t('inspector.offHelp') };
  return (
    <div className="flex flex-col gap-1.5">
      <SegmentedControl<Mode>
        label={t('inspector.mode')}
        value={mode}
        options={[
          { value: 'on', label: t('inspector.on') },
          { value: 'bypassed', label: t('inspector.bypassed') },
          { value: 'off', label: t('inspector.off') },
        ]}
        onChange={(next) =>
          apply({ type: 'setMode', nodeIds: [...nodeIds], mode: next }, text('Change how it runs', '실행 방식 변경'))
        }
      />
      <p className="text-sm text-quiet">{help[mode]}</p>
    </div>
  );
}
