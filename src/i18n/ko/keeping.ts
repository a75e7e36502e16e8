import type { keeping as english } from '../en/keeping';
import type { Translated } from '../message';

export const keeping: Translated<typeof english> = {
  full: '이 브라우저에 남은 공간이 없어서 수정한 내용을 보관하지 못해요. 공간을 비우거나 파일로 저장해 주세요.',
  gone: '이 브라우저가 수정한 내용을 보관하지 못해요. 화면을 닫거나 다시 불러오면 사라지니 파일로 저장해 주세요.',
  lostAll: '화면을 다시 불러오기 전에 있던 파이프라인을 브라우저가 보관하지 못했어요.',
  lostLatest:
    '화면을 다시 불러오기 직전에 수정한 내용은 보관되지 않았어요. 지금 보이는 것은 {when}의 파이프라인이에요.',
  lostUnread:
    '브라우저에 보관된 파이프라인을 지금은 읽을 수 없어요. 그대로 남아 있으니 나중에 화면을 다시 불러와 주세요.',
  lostDamaged: '브라우저에 보관된 파이프라인을 열 수 없어요. 고칠 수 있도록 파일로 저장해 주세요.',
  saveDamaged: '보관된 내용 저장',
};
