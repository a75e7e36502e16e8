import { Dices } from 'lucide-react';
import { useT } from '../../i18n/use-t';
import { text } from '../../lib/text';
import { useDocument } from '../../store/document/document-store';
import { NumberField } from '../../ui/NumberField';
import { TextArea, TextField } from '../../ui/TextField';
import { Section } from '../Section';
import { NamedParameters } from './NamedParameters';

/** The pipeline as a whole, shown while no node is chosen. */
export function PipelineInspector() {
  const { t } = useT();
  const document = useDocument((state) => state.document);
  const apply = useDocument((state) => state.apply);
  return (
    <div className="flex flex-col">
      <Section title={t('inspector.pipeline')}>
        <p className="mb-4 text-quiet">{t('inspector.pipelineHelp')}</p>
        <div className="flex flex-col gap-3.5">
          <div className="flex flex-col gap-1">
            <label htmlFor="document-name">{t('inspector.pipelineName')}</label>
            <TextField
              id="document-name"
              value={document.name}
              maxLength={200}
              onChange={(name) =>
                apply(
                  { type: 'setAbout', change: { name } },
                  text('Rename the pipeline', '파이프라인 이름 변경'),
                  'about:name',
                )
              }
            />
          </div>
          <div className="flex flex-col gap-1">
            <label htmlFor="document-description">{t('inspector.description')}</label>
            <TextArea
              id="document-description"
              rows={6}
              value={document.description}
              maxLength={10_000}
              onChange={(description) =>
                apply(
                  { type: 'setAbout', change: { description } },
                  text('Describe the pipeline', '파이프라인 설명 변경'),
                  'about:description',
                )
              }
            />
          </div>
          <div className="flex flex-col gap-1">
            <label htmlFor="document-seed" className="flex items-center gap-1.5">
              <Dices size={14} className="text-quiet" /> {t('inspector.seed')}
            </label>
            <NumberField
              id="document-seed"
              value={document.seed}
              min={0}
              max={0xffff_ffff}
              integer
              describedBy="document-seed-help"
              onChange={(seed) =>
                seed !== null &&
                apply({ type: 'setAbout', change: { seed } }, text('Change the seed', '시드 변경'), 'about:seed')
              }
            />
            <p id="document-seed-help" className="text-sm text-quiet">
              {t('inspector.seedHelp')}
            </p>
          </div>
        </div>
      </Section>
      <NamedParameters parameters={document.parameters} />
    </div>
  );
}
