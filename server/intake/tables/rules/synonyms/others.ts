import type { Field } from '../fields.ts'
import type { Words } from './words.ts'

// Dutch, Italian, Portuguese, Swedish, Danish and Norwegian, Finnish, Polish, Czech and Slovak,
// Hungarian, Romanian, Turkish, Japanese: the columns without which a ledger cannot be read.

/** Headings of ledgers in languages that the interface does not speak. */
export const OTHER_WORDS: Partial<Record<Field, Words>> = {
  customer_number: {
    other:
      'debiteur|debiteurnummer|debiteurnr|klantnummer|klantnr|relatienummer|codice cliente|cod cliente|codigo do cliente|cod cliente|kundnr|kundnummer|kundenr|kundenummer|debitornr|debitor nr|asiakasnumero|asiakasnro|kod kontrahenta|nr kontrahenta|numer klienta|kod klienta|kód zákazníka|číslo zákazníka|vevőkód|vevő kód|cod client|müşteri no|müşteri kodu|得意先コード|取引先コード|顧客番号',
  },
  customer_name: {
    other:
      'naam|klant|klantnaam|relatie|debiteurnaam|bedrijfsnaam|ragione sociale|denominazione|nome cliente|intestatario|nome|nome do cliente|razao social|kund|kundnamn|navn|kundenavn|debitornavn|asiakas|asiakkaan nimi|nimi|kontrahent|nazwa|nazwa kontrahenta|klient|nabywca|odběratel|zákazník|název|název zákazníka|odberateľ|vevő|vevő neve|denumire|nume client|müşteri|müşteri adı|ünvan|unvan|得意先名|取引先名|顧客名',
  },
  document_type: {
    other:
      'soort|documentsoort|tipo documento|tipo de documento|dokumenttyp|bilagstype|bilagsart|tositelaji|typ dokumentu|rodzaj dokumentu|druh dokladu|typ dokladu|belge türü|fatura tipi',
  },
  number: {
    other:
      'factuurnummer|factuurnr|factuur|boekstuknummer|numero fattura|n fattura|nr fattura|num fattura|fattura|numero documento|n documento|fatura|n fatura|no fatura|numero da fatura|num fatura|nota fiscal|fakturanr|fakturanummer|faktura|faktura nr|laskun numero|laskunumero|laskun nro|lasku|numer faktury|nr faktury|numer dokumentu|číslo faktury|číslo dokladu|faktúra|számlaszám|számla száma|számla sorszáma|nr factura|numar factura|numarul facturii|fatura no|fatura numarası|請求番号|請求書番号|伝票番号',
  },
  reference: {
    other:
      'betalingskenmerk|kenmerk|riferimento|referencia|viitenumero|viite|tytuł|variabilní symbol|kid',
  },
  issue_date: {
    other:
      'factuurdatum|boekdatum|data fattura|data documento|data emissione|data|data de emissao|data emissao|data da fatura|fakturadatum|fakturadato|bilagsdato|laskun päivä|laskupäivä|laskun pvm|laskun päiväys|data wystawienia|data faktury|datum vystavení|datum vystavenia|kiállítás dátuma|számla kelte|data facturii|data emiterii|fatura tarihi|düzenleme tarihi|請求日|発行日|請求書日付',
  },
  due_date: {
    other:
      'vervaldatum|vervaldag|te betalen voor|data scadenza|scadenza|data de vencimento|data vencimento|vencimento|förfallodatum|förfallodag|förfaller|forfallsdato|forfaldsdato|forfaldsdag|forfall|forfald|eräpäivä|eräpvm|termin płatności|data płatności|datum splatnosti|dátum splatnosti|splatnost|fizetési határidő|esedékesség|lejárat|data scadentei|scadenta|vade tarihi|vade|支払期日|支払期限|期日',
  },
  settled_date: {
    other:
      'betaaldatum|betaald op|data pagamento|data incasso|data de pagamento|betalningsdatum|betalt dato|betalingsdato|maksupäivä|data zapłaty|datum úhrady|入金日',
  },
  currency: {
    other:
      'valuta|divisa|moeda|valuutta|waluta|měna|mena|pénznem|deviza|moneda|para birimi|döviz|通貨',
  },
  total: {
    other:
      'bedrag|factuurbedrag|totaal|totaal incl btw|totaalbedrag|importo|importo totale|totale|totale fattura|importo fattura|valor total|valor da fatura|montante|belopp|fakturabelopp|totalbelopp|beløp|beløb|fakturabeløp|fakturabeløb|summa|laskun summa|yhteensä|kwota|kwota brutto|wartość brutto|částka|celkem|suma|összeg|bruttó összeg|valoare|tutar|toplam|fatura tutarı|toplam tutar|金額|請求金額|請求額',
  },
  open_amount: {
    other:
      'openstaand|openstaand bedrag|nog te betalen|restant|residuo|importo residuo|importo aperto|da incassare|scoperto|valor em aberto|em aberto|em divida|valor pendente|saldo devedor|restbelopp|kvar att betala|obetalt|utestående|restbeløp|restbeløb|utestående beløp|gjenstående|avoinna|avoin|avoin summa|maksamatta|pozostało do zapłaty|pozostało|do zapłaty|nierozliczone|zbývá uhradit|zbývá|k úhradě|neuhrazeno|neuhradené|hátralék|nyitott összeg|fennmaradó összeg|rest de plata|sold|kalan|kalan tutar|bakiye|açık bakiye|残高|未回収残高|売掛残高',
  },
  paid_amount: {
    other:
      'betaald|betaald bedrag|pagato|incassato|importo pagato|valor pago|betalt|maksettu|zapłacono|uhrazeno|kifizetve|achitat|ödenen|入金額',
  },
  debit: { other: 'dare' },
  credit: { other: 'avere' },
  vat_id: {
    other:
      'btw nummer|partita iva|p iva|nif|momsnr|organisationsnummer|nip|dič|ič dph|adószám|vergi no',
  },
  email: { other: 'e post|epost|e posta|sähköposti|posta elettronica|メール' },
  owner: {
    other: 'accountmanager|agente|vendedor|säljare|selger|sælger|myyjä|handlowiec|obchodník',
  },
}

/** Headings of payments in those languages. */
export const OTHER_PAYMENT_WORDS: Partial<Record<Field, Words>> = {
  customer_number: OTHER_WORDS.customer_number ?? {},
  customer_name: OTHER_WORDS.customer_name ?? {},
  invoice_number: OTHER_WORDS.number ?? {},
  payment_date: OTHER_WORDS.settled_date ?? {},
  payment_amount: OTHER_WORDS.paid_amount ?? {},
  currency: OTHER_WORDS.currency ?? {},
}
