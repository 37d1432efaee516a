import type { RestTexts } from '../translated.ts'

export const team: RestTexts['team'] = {
  title: 'Équipe',
  text: 'Ce qui attend chez chaque commercial et où un mot de vous aide. Chaque ligne s’ouvre sur ses clients.',
  none: 'Pas encore de commerciaux',
  noneText:
    'Les commerciaux de votre équipe apparaissent ici. L’administration compose les équipes dans Réglages, Personnes.',
  all: 'Tout le monde ensemble',
  nobody: 'Personne en particulier',
  nothing: 'Rien n’attend ici.',
  partial: 'Il y en a plus que ce qui est montré ici.',
  matters: {
    approvals_waiting_one: '{count} demande attend une décision',
    approvals_waiting_other: '{count} demandes attendent une décision',
    conversations_unwritten_one: '{count} conversation reste à noter',
    conversations_unwritten_other: '{count} conversations restent à noter',
    tasks_untouched_one: '{count} tâche attend depuis plus de {days} jours',
    tasks_untouched_other: '{count} tâches attendent depuis plus de {days} jours',
    promises_broken_one: '{count} promesse non tenue ces {days} derniers jours',
    promises_broken_other: '{count} promesses non tenues ces {days} derniers jours',
    mandates_ending_one: '{count} mandat prend fin d’ici {days} jours',
    mandates_ending_other: '{count} mandats prennent fin d’ici {days} jours',
  },
}
