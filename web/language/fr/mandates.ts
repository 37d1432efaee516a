import type { RestTexts } from '../translated.ts'

export const mandates: RestTexts['mandates'] = {
  left: {
    title: 'Ce que vous pouvez proposer',
    offer:
      'Vous pouvez accorder un paiement jusqu’au {day}, en {most} échéances au plus, la première d’au moins {first}.',
    offerOnce: 'Vous pouvez accorder un paiement jusqu’au {day}, en une fois.',
    spent: 'Le délai que vous pouvez accorder pour cette dette est épuisé.',
    discount: 'Une remise de {percent} au plus.',
    waives: 'Les frais peuvent être abandonnés.',
    beyond: 'Au-delà, {name} décide.',
    beyondRole: {
      sales_manager: 'Au-delà, la direction commerciale décide.',
      credit_manager: 'Au-delà, le credit manager décide.',
    },
    free: 'Ici vous décidez vous-même : aucune limite ne vous retient.',
    counted: 'Compté depuis le {day}, premier délai accordé.',
    granted: 'Donné par {name}, jusqu’au {day}.',
    policy: 'Selon la politique pour ce type de client et de montant.',
    usual: 'Les limites habituelles de la maison.',
  },
  roles: { sales_manager: 'la direction commerciale', credit_manager: 'le credit manager' },
  ask: {
    beyond: 'C’est plus que ce que vous pouvez accorder : {what}.',
    note: 'Pourquoi cela vaut la peine',
    do: 'Demander à {who}',
    asked: 'Demandé. Vous serez prévenu dès la décision.',
  },
  promise: {
    came: '{amount} reçus',
    level_one: '{count} non tenue avant',
    level_other: '{count} non tenues avant',
    tolerance_zero: 'Tenue s’il manque au plus {percent} à la fin de son jour.',
    tolerance_one: 'Tenue s’il manque au plus {percent}, {count} jour après sa date.',
    tolerance_other: 'Tenue s’il manque au plus {percent}, {count} jours après sa date.',
    open: 'Déjà promis : {amount}, {day}.',
    missed_one: 'Une promesse sur cet argent n’a pas été tenue.',
    missed_other: '{count} promesses sur cet argent n’ont pas été tenues.',
  },
  beyond: {
    extension: '{asked} jours de délai ; {allowed} sont permis',
    instalments: '{asked} échéances ; {allowed} sont permises',
    first_payment: 'Premier paiement de {asked} ; il faut au moins {allowed}',
    discount: 'Remise de {asked} ; {allowed} sont permis',
    waiver: 'Frais abandonnés',
  },
}
