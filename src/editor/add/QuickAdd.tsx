import { type ReactNode, useMemo } from 'react';
import type { MessageKey } from '../../i18n/catalogue';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { useDocument } from '../../store/document/document-store';
import { useGlossary, useHelps } from '../../store/view/kind-helps';
import { focusNode } from '../canvas/focus-node';
import { addKind } from '../edit-actions';
import { type AddPurpose, type AddRequest, useEditor } from '../editor-store';
import { ChoiceList } from './ChoiceList';
import { KindRow } from './KindRow';
import { kindsFor } from './kind-choices';
import { searchKinds } from './kind-search';
import { NearestKinds } from './NearestKinds';

const TITLES: Readonly<Record<AddPurpose['type'], MessageKey>> = {
  free: 'editor.addNode',
  wire: 'editor.addFitting',
  splice: 'editor.insertHere',
  replace: 'editor.replaceBy',
};

/** Adds a kind by name: the kinds that serve the purpose, the most usual first. */
export function QuickAdd(): ReactNode {
  const request = useEditor((state) => state.adding);
  return request === null ? null : <QuickAddList request={request} />;
}

function QuickAddList({ request }: { request: AddRequest }): ReactNode {
  const { t } = useT();
  const choices = useMemo(() => {
    const { document, selection, schemas } = useDocument.getState();
    const selected = selection.nodes.length === 1 ? (selection.nodes[0] ?? null) : null;
    return kindsFor(document, catalog, request.purpose, selected, schemas);
  }, [request]);
  const helps = useHelps();
  const glossary = useGlossary();
  const close = (): void => useEditor.setState({ adding: null });
  return (
    <ChoiceList
      label={t(TITLES[request.purpose.type])}
      placeholder={t('editor.searchKinds')}
      anchor={request.anchor}
      none={(query) => t(query === '' ? 'editor.nothingFits' : 'editor.nothingFound')}
      remark={(query) => <NearestKinds query={query} />}
      onClose={close}
      search={(query) =>
        searchKinds(choices, query, helps, glossary).map((spec) => ({
          id: spec.id,
          row: <KindRow spec={spec} showStage />,
          choose: () => {
            const nodeId = addKind(spec, request);
            close();
            focusNode(nodeId);
          },
        }))
      }
    />
  );
}
