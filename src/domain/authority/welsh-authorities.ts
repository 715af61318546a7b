/** The 22 local authorities of Wales by their ONS codes (domain.md 5); 07 and 17 are not in use, so nobody may count. */
export interface AuthorityNames {
  readonly code: string;
  readonly en: string;
  readonly cy: string;
}

const rows = `W06000001|Isle of Anglesey|Ynys Môn
W06000002|Gwynedd|Gwynedd
W06000003|Conwy|Conwy
W06000004|Denbighshire|Sir Ddinbych
W06000005|Flintshire|Sir y Fflint
W06000006|Wrexham|Wrecsam
W06000008|Ceredigion|Ceredigion
W06000009|Pembrokeshire|Sir Benfro
W06000010|Carmarthenshire|Sir Gaerfyrddin
W06000011|Swansea|Abertawe
W06000012|Neath Port Talbot|Castell-nedd Port Talbot
W06000013|Bridgend|Pen-y-bont ar Ogwr
W06000014|Vale of Glamorgan|Bro Morgannwg
W06000015|Cardiff|Caerdydd
W06000016|Rhondda Cynon Taf|Rhondda Cynon Taf
W06000018|Caerphilly|Caerffili
W06000019|Blaenau Gwent|Blaenau Gwent
W06000020|Torfaen|Torfaen
W06000021|Monmouthshire|Sir Fynwy
W06000022|Newport|Casnewydd
W06000023|Powys|Powys
W06000024|Merthyr Tydfil|Merthyr Tudful`;

export const WELSH_AUTHORITIES: readonly AuthorityNames[] = rows.split('\n').map(row => {
  const [code = '', en = '', cy = ''] = row.split('|');
  return {code, en, cy};
});

/** The fictional authority of trials; never a real one's code. */
export const SAMPLE_AUTHORITY: AuthorityNames = {code: 'W06999999', en: 'Exampleshire', cy: 'Sir Enghraifft'};

export function authorityNamed(code: string): AuthorityNames | undefined {
  return code === SAMPLE_AUTHORITY.code ? SAMPLE_AUTHORITY : WELSH_AUTHORITIES.find(authority => authority.code === code);
}
