import { describe, expect, it } from 'vitest';
import { DOCK_TABS } from './dock-tabs';
import { parseView, preferredLanguage, useView } from './view-store';

describe('the kept view', () => {
  it('takes back what was kept', () => {
    const kept = parseView(
      JSON.stringify({ language: 'ko', theme: 'dark', dock: 'charts', dockOpen: false, outline: true }),
      ['en'],
    );
    expect(kept).toMatchObject({ language: 'ko', theme: 'dark', dock: 'charts', dockOpen: false, outline: true });
  });

  it.each(DOCK_TABS)('comes back to the tab “%s”', (dock) => {
    expect(parseView(JSON.stringify({ dock }), ['en']).dock).toBe(dock);
  });

  it('ignores what makes no sense, field by field', () => {
    const usual = parseView(null, ['ko-KR']);
    for (const broken of ['', '{', 'null', '7', '[]', '{"language":"fr","theme":3,"dockOpen":"yes"}']) {
      expect(parseView(broken, ['ko-KR'])).toEqual(usual);
    }
    expect(parseView('{"theme":"dark","dock":"nowhere"}', ['en'])).toMatchObject({ theme: 'dark', dock: usual.dock });
  });

  it("starts in the browser's first language that Millrace speaks", () => {
    expect(preferredLanguage(['fr-FR', 'ko-KR', 'en'])).toBe('ko');
    expect(preferredLanguage(['en-GB', 'ko'])).toBe('en');
    expect(preferredLanguage(['de'])).toBe('en');
  });
});

describe('the picture of the whole', () => {
  it('comes up by itself on the first visit, and on none after it', () => {
    expect(parseView(null, ['en']).welcomed).toBe(false);
    useView.getState().welcome();
    expect(parseView(JSON.stringify(useView.getState()), ['en']).welcomed).toBe(true);
  });
});

describe('the inspector', () => {
  it('comes up when a node is chosen, until it is closed by hand', () => {
    const { followSelection, setInspectorOpen } = useView.getState();
    expect(useView.getState().inspectorOpen).toBe(false);
    followSelection();
    expect(useView.getState().inspectorOpen).toBe(true);
    setInspectorOpen(false);
    followSelection();
    expect(useView.getState().inspectorOpen).toBe(false);
    setInspectorOpen(true);
    expect(useView.getState().inspectorFollows).toBe(true);
  });
});

describe('the dock', () => {
  it('is folded until there is something in it, and stays folded where a person folds it', () => {
    expect(parseView(null, ['en']).dockOpen).toBe(false);
    useView.setState({ dockOpen: false, dockFollows: true });
    const { offerDock, setDockOpen } = useView.getState();
    offerDock('charts');
    expect(useView.getState()).toMatchObject({ dock: 'charts', dockOpen: true });
    setDockOpen(false);
    offerDock('live');
    expect(useView.getState()).toMatchObject({ dock: 'live', dockOpen: false });
    setDockOpen(true);
    expect(useView.getState().dockFollows).toBe(true);
  });
});
