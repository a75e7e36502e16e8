import { formatNumber } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { OutputPreview } from '../worker/protocol';

interface ModelPartsProps {
  readonly parts: Extract<OutputPreview, { type: 'model' }>['parts'];
}

/** What a model is made of and carries: its layers, its classes, or the columns of its rows. */
export function ModelParts({ parts }: ModelPartsProps) {
  const { t, say, language } = useT();
  return (
    <table className="tabular h-fit text-left">
      <thead className="text-sm text-quiet">
        <tr>
          <th className="pr-6 pb-1 font-normal">{t('panels.layerName')}</th>
          <th className="pr-6 pb-1 font-normal">{t('panels.layerDetail')}</th>
          <th className="pb-1 text-right font-normal">{t('panels.parameters')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its position, and several share a name
          <tr key={index} className="border-t border-line">
            <td className="py-1 pr-6 font-mono text-sm">{part.name}</td>
            <td className="py-1 pr-6 text-quiet">{say(part.detail)}</td>
            <td className="py-1 text-right">{formatNumber(language, part.parameters)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
