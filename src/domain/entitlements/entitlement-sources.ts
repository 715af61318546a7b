/** Where each rule behind an entitlement stands, and how sure that is; the same instruments as those of deadlines. */
import type {ProvisionKind, Instrument, Rule, RuleBasis} from '../deadline/rules.ts';
import type {EntitlementRule} from './codes.ts';

const at = (basis: RuleBasis, instrument: Instrument, kind: ProvisionKind = 'whole', number = ''): Rule => ({
  basis,
  sources: [{instrument, kind, number}],
});

export const ENTITLEMENT_SOURCES: Readonly<Record<EntitlementRule, Rule>> = {
  'R-08': at('law', 'ssw_act', 'section', '111(1)'),
  'R-09': at('law', 'ssw_act', 'section', '111(2)'),
  'R-11': at('law', 'ssw_act', 'section', '104(2)'),
  'R-12': at('policy', 'legacy_report'),
  'R-13': at('law', 'ssw_act', 'section', '104'),
  'R-25': at('law', 'ssw_act', 'section', '107(3)'),
  'R-33': at('law_unread', 'care_leavers_regs', 'regulation', '7'),
  'R-40': at('law', 'ssw_act', 'section', '109'),
  'R-46': at('law', 'ssw_act', 'section', '105(1)'),
  // Category 4 by the first, category 3 by the second.
  'R-51': {
    basis: 'law',
    sources: [
      {instrument: 'ssw_act', kind: 'section', number: '112(4)'},
      {instrument: 'ssw_act', kind: 'section', number: '110'},
    ],
  },
  'R-52': at('law', 'ssw_act', 'section', '110(2)'),
  'R-53': at('law_unread', 'homelessness_act_2026', 'section', '22'),
  'R-60': at('law', 'ssw_act', 'section', '110(1)'),
  'R-61': at('law', 'ssw_act', 'section', '110(6)'),
  'R-62': at('law', 'council_tax_regs'),
  'R-63': at('law', 'council_tax_regs'),
  'R-64': at('law', 'ssw_act', 'section', '109'),
  'R-65': at('policy', 'legacy_report'),
  'R-66': at('law', 'care_planning_regs', 'regulation', '64(1)'),
  'R-69': at('law_unread', 'uk_gdpr', 'article', '15'),
  'R-71': at('law', 'ssw_act', 'section', '176(2)'),
  'R-73': at('law_unread', 'ssw_act'),
  'R-74': at('law_unread', 'language_standards'),
  looked_after: at('law_unread', 'ssw_act', 'section', '81'),
  fund: at('local', 'legacy_report'),
};
