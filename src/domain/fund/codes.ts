/** St David's Day Fund (domain.md 3.4, 4.5). */
export const SPEND_TYPES = [
  'learning_equipment',
  'course_fee',
  'digital',
  'travel',
  'driving',
  'work_tools_clothing',
  'furniture_white_goods',
  'deposit_rent',
  'hobby_activity',
  'health_wellbeing',
  'identity_docs',
  'culture_faith',
  'parenting',
  'emergency',
  'celebration',
  'other',
] as const;
export const PURPOSE_AREAS = ['well_being', 'development', 'independence'] as const;
export const FUND_STATUSES = ['draft', 'submitted', 'more_info', 'approved', 'refused', 'withdrawn', 'paid', 'closed'] as const;
export const PAYMENT_METHODS = ['purchase_card', 'bacs', 'supplier_invoice', 'voucher', 'cash'] as const;
export const EVIDENCE = ['receipt', 'photo', 'none_yet'] as const;
export const URGENCIES = ['normal', 'urgent'] as const;
