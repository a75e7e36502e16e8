import { describe, expect, it } from 'vitest';
import { type Columns, cells, csvOf, lookOf, passengersCsv, rentalsCsv } from '../../testing/nodes/own-csv';
import { guessTarget } from './guess-target';

const { counts, days, flag, holes, keys, prose, real, same, truth, whole, words } = cells;
const yesNo = () => words('yes', 'no');

/** How well-known public files are laid out: names, order and types of columns; the cells are made up. */
const LAYOUTS: readonly (readonly [target: string, columns: Columns])[] = [
  [
    'MEDV',
    [
      ['CRIM', real()],
      ['ZN', real(9)],
      ['CHAS', flag()],
      ['RM', real(9)],
      ['TAX', whole(180, 700)],
      ['MEDV', real(50)],
    ],
  ],
  [
    'diagnosis',
    [
      ['id', counts(8e5)],
      ['diagnosis', words('M', 'B')],
      ['radius_mean', real(20)],
      ['texture_mean', real(20)],
      ['area_worst', real(900)],
    ],
  ],
  [
    'class',
    [
      ['class', words('e', 'p')],
      ['cap-shape', words('x', 'b', 's')],
      ['odor', words('n', 'f')],
      ['habitat', words('u', 'g', 'd')],
    ],
  ],
  [
    'Outcome',
    [
      ['Pregnancies', whole(0, 17)],
      ['Glucose', whole(0, 199)],
      ['BMI', real(60)],
      ['Age', whole(21, 81)],
      ['Outcome', flag()],
    ],
  ],
  [
    'Rings',
    [
      ['Sex', words('M', 'F', 'I')],
      ['Length', real()],
      ['Height', real()],
      ['Whole weight', real(3)],
      ['Rings', whole(1, 29)],
    ],
  ],
  [
    'SalePrice',
    [
      ['Id', counts()],
      ['MSSubClass', whole(20, 190)],
      ['MSZoning', words('RL', 'RM')],
      ['LotFrontage', holes(0.2, whole(20, 300))],
      ['YrSold', whole(2006, 2010)],
      ['SaleType', words('WD', 'New')],
      ['SalePrice', whole(3e4, 7e5)],
    ],
  ],
  [
    'y',
    [
      ['age', whole(18, 90)],
      ['job', words('admin', 'student')],
      ['balance', whole(-900, 9000)],
      ['poutcome', words('unknown', 'success')],
      ['y', yesNo()],
    ],
  ],
  [
    'Churn',
    [
      ['customerID', keys()],
      ['gender', words('Male', 'Female')],
      ['tenure', whole(0, 72)],
      ['TotalCharges', real(8000)],
      ['Churn', yesNo()],
    ],
  ],
  [
    'default payment next month',
    [
      ['ID', counts()],
      ['LIMIT_BAL', whole(1e4, 8e5)],
      ['PAY_0', whole(-2, 8)],
      ['PAY_AMT6', whole(0, 5e5)],
      ['default payment next month', flag()],
    ],
  ],
  [
    'target',
    [
      ['id', counts(7)],
      ['target', flag()],
      ['ps_ind_01', whole(0, 7)],
      ['ps_reg_01', real()],
      ['ps_calc_20_bin', flag()],
    ],
  ],
  [
    'Attrition',
    [
      ['Age', whole(18, 60)],
      ['Attrition', yesNo()],
      ['DailyRate', whole(100, 1500)],
      ['EmployeeCount', same(1)],
      ['YearsInRole', whole(0, 18)],
    ],
  ],
  [
    'Transported',
    [
      ['PassengerId', keys()],
      ['HomePlanet', holes(0.02, words('Earth', 'Mars'))],
      ['Spa', holes(0.02, real(900))],
      ['Name', prose()],
      ['Transported', truth()],
    ],
  ],
  [
    'charges',
    [
      ['age', whole(18, 64)],
      ['sex', words('male', 'female')],
      ['bmi', real(50)],
      ['smoker', yesNo()],
      ['region', words('ne', 'nw', 'se')],
      ['charges', real(60000)],
    ],
  ],
  [
    'quality',
    [
      ['fixed acidity', real(10)],
      ['pH', real(4)],
      ['alcohol', real(14)],
      ['quality', whole(3, 8)],
    ],
  ],
  [
    'Passengers',
    [
      ['Month', days()],
      ['Passengers', whole(100, 600)],
    ],
  ],
  [
    'median_house_value',
    [
      ['longitude', real(-120)],
      ['latitude', real(40)],
      ['total_bedrooms', holes(0.02, whole(1, 6000))],
      ['median_income', real(15)],
      ['median_house_value', whole(15000, 500001)],
      ['ocean_proximity', words('INLAND', 'NEAR BAY')],
    ],
  ],
  [
    '이탈여부',
    [
      ['고객번호', counts(1001)],
      ['나이', whole(18, 70)],
      ['성별', words('남', '여')],
      ['이탈여부', yesNo()],
      ['가입월', whole(1, 12)],
    ],
  ],
  [
    '등급',
    [
      ['등급', words('특', '상', '중')],
      ['무게', real(300)],
      ['당도', real(15)],
      ['산지', words('청송', '안동')],
    ],
  ],
  [
    '매출',
    [
      ['일자', days()],
      ['매출', whole(100, 9000)],
      ['기온', real(30)],
      ['휴일', yesNo()],
    ],
  ],
];

/** The same of others, which no rule was made for. */
const OTHERS: readonly (readonly [target: string, columns: Columns])[] = [
  [
    'num',
    [
      ['age', whole(29, 77)],
      ['sex', flag()],
      ['cp', whole(1, 4)],
      ['chol', whole(126, 564)],
      ['thal', whole(3, 7)],
      ['num', whole(0, 4)],
    ],
  ],
  [
    'Type',
    [
      ['RI', real(2)],
      ['Na', real(14)],
      ['Fe', real()],
      ['Type', whole(1, 7)],
    ],
  ],
  [
    'Class',
    [
      ['Time', whole(0, 170000)],
      ['V1', real(3)],
      ['V2', real(3)],
      ['V3', real(3)],
      ['Amount', real(900)],
      ['Class', flag()],
    ],
  ],
  [
    'G3',
    [
      ['school', words('GP', 'MS')],
      ['sex', words('F', 'M')],
      ['absences', whole(0, 60)],
      ['G1', whole(0, 20)],
      ['G2', whole(0, 20)],
      ['G3', whole(0, 20)],
    ],
  ],
  [
    'strength',
    [
      ['cement', real(500)],
      ['water', real(200)],
      ['age', whole(1, 365)],
      ['strength', real(80)],
    ],
  ],
  [
    'is_canceled',
    [
      ['hotel', words('Resort', 'City')],
      ['is_canceled', flag()],
      ['lead_time', whole(0, 700)],
      ['adr', real(300)],
      ['total_of_special_requests', whole(0, 5)],
      ['reservation_status_date', days()],
    ],
  ],
  [
    'Loan_Status',
    [
      ['Loan_ID', keys()],
      ['Gender', holes(0.02, words('Male', 'Female'))],
      ['ApplicantIncome', whole(150, 80000)],
      ['Property_Area', words('Urban', 'Rural')],
      ['Loan_Status', words('Y', 'N')],
    ],
  ],
  [
    'stroke',
    [
      ['id', counts(67)],
      ['gender', words('Male', 'Female')],
      ['age', whole(1, 82)],
      ['bmi', holes(0.04, real(60))],
      ['smoking_status', words('never', 'smokes')],
      ['stroke', flag()],
    ],
  ],
  [
    'RainTomorrow',
    [
      ['Date', days()],
      ['MinTemp', holes(0.02, real(30))],
      ['Rainfall', real(50)],
      ['RainToday', words('No', 'Yes')],
      ['RainTomorrow', words('No', 'Yes')],
    ],
  ],
  [
    'Price',
    [
      ['Suburb', words('A', 'B', 'C')],
      ['Rooms', whole(1, 8)],
      ['Type', words('h', 'u', 't')],
      ['Price', whole(1e5, 9e6)],
      ['Distance', real(40)],
      ['Longtitude', real(145)],
      ['Propertycount', whole(200, 21000)],
    ],
  ],
  [
    'Selling_Price',
    [
      ['Car_Name', words('ritz', 'sx4', 'ciaz')],
      ['Year', whole(2003, 2018)],
      ['Selling_Price', real(35)],
      ['Kms_Driven', whole(500, 90000)],
      ['Owner', whole(0, 3)],
    ],
  ],
  [
    'tip',
    [
      ['total_bill', real(50)],
      ['tip', real(10)],
      ['sex', words('F', 'M')],
      ['smoker', yesNo()],
      ['day', words('Sun', 'Sat')],
      ['time', words('Dinner', 'Lunch')],
      ['size', whole(1, 6)],
    ],
  ],
  [
    'survived',
    [
      ['survived', flag()],
      ['pclass', whole(1, 3)],
      ['sex', words('male', 'female')],
      ['age', holes(0.2, whole(1, 80))],
      ['embark_town', holes(0.01, words('S', 'C'))],
      ['alone', truth()],
    ],
  ],
  [
    'readmitted',
    [
      ['encounter_id', keys()],
      ['race', words('a', 'b')],
      ['time_in_hospital', whole(1, 14)],
      ['insulin', words('No', 'Up')],
      ['readmitted', words('NO', '<30', '>30')],
    ],
  ],
  [
    'class',
    [
      ['Sequence Name', keys()],
      ['mcg', real()],
      ['gvh', real()],
      ['class', words('cp', 'im', 'pp')],
    ],
  ],
  [
    '불량여부',
    [
      ['일련번호', counts()],
      ['설비', words('A', 'B')],
      ['온도', real(200)],
      ['압력', real(10)],
      ['불량여부', words('정상', '불량')],
    ],
  ],
  [
    '판매가격',
    [
      ['단지명', words('가', '나', '다')],
      ['면적', real(150)],
      ['층', whole(1, 40)],
      ['판매가격', whole(1000, 90000)],
      ['계약일', days()],
    ],
  ],
  [
    '만족도',
    [
      ['성별', words('남', '여')],
      ['나이', whole(18, 80)],
      ['이용시간', real(10)],
      ['만족도', whole(1, 5)],
    ],
  ],
];

describe('the target that is guessed', () => {
  it('is the right one in nearly all files that are laid out as well-known public ones are', async () => {
    const missed: string[] = [];
    for (const [target, columns] of LAYOUTS) {
      const guess = guessTarget(await lookOf(csvOf(columns)));
      if (guess?.column !== target) missed.push(`${target}: ${guess?.column}`);
    }
    // A category behind the value in question looks like the answer.
    expect(missed).toEqual(['median_house_value: ocean_proximity']);
  });

  it('is the right one in most others', async () => {
    const missed: string[] = [];
    for (const [target, columns] of OTHERS) {
      const guess = guessTarget(await lookOf(csvOf(columns)));
      if (guess?.column !== target) missed.push(`${target}: ${guess?.column}`);
    }
    // Classes that stand last look like the answer.
    expect(missed).toEqual([
      'is_canceled: total_of_special_requests',
      'Selling_Price: Owner',
      'tip: size',
      'survived: alone',
    ]);
  });

  it('is the column beside the row number where the file ends in a column with gaps', async () => {
    expect(guessTarget(await lookOf(passengersCsv()))).toMatchObject({ column: 'Saved' });
  });

  it('stands last among hours of days', async () => {
    expect(guessTarget(await lookOf(rentalsCsv()))).toMatchObject({
      column: 'rented',
      because: { en: 'Guessed because it stands last.' },
    });
  });

  it('is never a date, a row number, a free text, a constant or what tells the parts', async () => {
    const columns: Columns = [
      ['no', counts()],
      ['when', days()],
      ['remark', prose()],
      ['country', same('KR')],
      ['part', words('train', 'test')],
    ];
    expect(guessTarget(await lookOf(csvOf(columns)))).toBeNull();
  });

  it('tells three axes from a column y', async () => {
    const columns: Columns = [
      ['kind', words('a', 'b')],
      ['x', real()],
      ['y', real()],
      ['z', real()],
    ];
    expect(guessTarget(await lookOf(csvOf(columns)))).toMatchObject({ column: 'kind' });
  });
});
