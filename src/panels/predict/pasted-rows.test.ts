import { describe, expect, it } from 'vitest';
import { readPasted } from './pasted-rows';

const columns = ['age', 'job'];

describe('pasted rows', () => {
  it('go by their header, in whichever order, and say what is left over', () => {
    expect(readPasted('job,id,age\n"cook, chef",7,31\n,8,40', columns)).toEqual({
      rows: [
        { job: 'cook, chef', age: '31' },
        { job: '', age: '40' },
      ],
      unknown: ['id'],
      absent: [],
    });
  });
  it('go by the order of the columns where no header is pasted', () => {
    expect(readPasted('31\tcook\r\n40\tclerk\r\n', columns).rows).toEqual([
      { age: '31', job: 'cook' },
      { age: '40', job: 'clerk' },
    ]);
  });
  it('may lack columns', () => {
    expect(readPasted('age\n31', columns)).toEqual({ rows: [{ age: '31' }], unknown: [], absent: ['job'] });
  });
  it('keep quotes and line breaks of quoted cells', () => {
    expect(readPasted('age;job\n31;"the ""boss""\nhimself"', columns).rows).toEqual([
      { age: '31', job: 'the "boss"\nhimself' },
    ]);
  });
  it('are none of an empty text', () => expect(readPasted(' \n', columns).rows).toEqual([]));
});
