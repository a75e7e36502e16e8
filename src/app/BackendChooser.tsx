import { ChevronDown, Cpu } from 'lucide-react';
import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { MessageKey } from '../i18n/catalogue';
import { useT } from '../i18n/use-t';
import type { BackendChoice, BackendName } from '../nodes/contract/runner';
import { useEngine } from '../panels/engine-context';
import type { NodeRun } from '../store/run/run-state';
import { useRun } from '../store/run/run-store';
import { Menu, MenuChoice, MenuHeading, MenuSeparator } from '../ui/Menu';
import type { BackendStatus } from '../worker/protocol';

const titles: Readonly<Record<BackendName, MessageKey>> = {
  webgpu: 'app.backendWebgpu',
  webgl: 'app.backendWebgl',
  wasm: 'app.backendWasm',
  cpu: 'app.backendCpu',
};
const ORDER: readonly BackendName[] = ['webgpu', 'webgl', 'wasm', 'cpu'];

const distinct = <T,>(nodes: Readonly<Record<string, NodeRun>>, pick: (node: NodeRun) => T | null): readonly T[] => [
  ...new Set(Object.values(nodes).flatMap((node) => pick(node) ?? [])),
];

/** Which device computes: what was chosen, what really ran, and why. */
export function BackendChooser() {
  const { t, say } = useT();
  const engine = useEngine();
  const choice = useRun((state) => state.backendChoice);
  const setChoice = useRun((state) => state.setBackendChoice);
  const ran = useRun(useShallow((state) => distinct(state.nodes, (node) => node.backend)));
  const why = useRun(useShallow((state) => distinct(state.nodes, (node) => node.backendReason)));
  const [statuses, setStatuses] = useState<readonly BackendStatus[]>([]);
  const used = ran.join(' + ');
  const reasons = [...new Set(why.map(say))];
  const ask = () => {
    if (statuses.length === 0) engine.backends().then(setStatuses, () => undefined);
  };
  const label = used !== '' ? used : choice === 'auto' ? t('app.backendAuto') : choice;
  return (
    <Menu
      wide
      trigger={
        <button
          type="button"
          aria-label={`${t('app.backend')}: ${label}`}
          title={t('app.backend')}
          onPointerEnter={ask}
          onFocus={ask}
          onPointerDown={ask}
          className="hit flex h-8 shrink-0 items-center gap-1.5 rounded-md px-2 text-quiet hover:bg-hover hover:text-ink"
        >
          <Cpu size={15} />
          <span className="text-sm max-lg:hidden">{label}</span>
          <ChevronDown size={13} />
        </button>
      }
    >
      <MenuHeading>{t('app.backend')}</MenuHeading>
      <MenuChoice<BackendChoice>
        value={choice}
        onChange={setChoice}
        options={[
          { value: 'auto', label: t('app.backendAuto'), detail: t('app.backendAutoHelp') },
          ...ORDER.map((name) => {
            const status = statuses.find((one) => one.name === name);
            const absent = status !== undefined && !status.available;
            return {
              value: name,
              label: t(titles[name]),
              disabled: absent,
              ...(status === undefined
                ? {}
                : { detail: absent ? t('app.backendAbsent', { why: say(status.detail) }) : say(status.detail) }),
            };
          }),
        ]}
      />
      {used !== '' && (
        <>
          <MenuSeparator />
          <div className="px-2 py-1.5 text-sm text-quiet">
            <p className="text-ink">{t('app.backendRan', { name: used })}</p>
            {reasons.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </div>
        </>
      )}
    </Menu>
  );
}
