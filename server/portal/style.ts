/** The whole of the portal's looks: one column, large targets, the reader's own light or dark. */
export const STYLE = `
:root{color-scheme:light dark;--canvas:#f6f7f9;--surface:#fff;--ink:#16181d;--soft:#4a505c;--line:#c6cad2;--brand:#1d55c4;--on-brand:#fff;--act:#b3261e;--good:#17663a;--hover:#eef2fb}
@media(prefers-color-scheme:dark){:root{--canvas:#101216;--surface:#1a1d23;--ink:#f0f2f6;--soft:#b4bbc8;--line:#434954;--brand:#8ab0ff;--on-brand:#0b1a38;--act:#ff9d95;--good:#7fd6a4;--hover:#222833}}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;-webkit-text-size-adjust:100%;overflow-wrap:anywhere}
header,main,footer{max-width:36rem;margin:0 auto;padding:1rem}
header{padding-top:1.5rem;padding-bottom:0;color:var(--soft);font-size:.9375rem}
header strong{color:var(--ink);font-weight:600}
main{padding-bottom:0}
h1{hyphens:auto;font-size:1.375rem;line-height:1.25;margin:.25rem 0 1rem;font-weight:600;text-wrap:balance}
h2{font-size:1rem;margin:1.5rem 0 .5rem;font-weight:600}
p{margin:0 0 1rem}
.card{background:var(--surface);border:1px solid var(--line);border-radius:.75rem;padding:1rem;margin:0 0 1rem}
.card>:last-child{margin-bottom:0}
dl{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.25rem 1rem;margin:0}
dt{color:var(--soft)}dd{margin:0;font-variant-numeric:tabular-nums}
blockquote{margin:0 0 1rem;padding:.125rem 0 .125rem .875rem;border-left:3px solid var(--line);white-space:pre-line}
label{display:block;font-weight:600;margin:0 0 .25rem}
fieldset{border:1px solid var(--line)}legend{font-weight:600;padding:0 .25rem}
.hint{color:var(--soft);font-size:.9375rem;margin:.25rem 0 .75rem}
textarea,select,input[type=text],input[type=email],input[type=tel],input[type=date],input[type=file]{width:100%;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--soft);border-radius:.5rem;padding:.625rem .75rem}
textarea{min-height:5.5rem;field-sizing:content}
input.code{width:9ch;font-size:1.5rem;letter-spacing:.15em;font-variant-numeric:tabular-nums}
button{display:block;width:100%;min-height:3rem;font:inherit;text-align:left;color:var(--ink);background:var(--surface);border:1px solid var(--soft);border-radius:.625rem;padding:.625rem 1rem;margin:0 0 .5rem;cursor:pointer}
button:hover{background:var(--hover)}
button b{display:block;font-weight:600}button span{color:var(--soft);font-size:.9375rem}
details{background:var(--surface);border:1px solid var(--soft);border-radius:.625rem;margin:0 0 .5rem}
summary{display:block;min-height:3rem;padding:.625rem 2.5rem .625rem 1rem;cursor:pointer;position:relative;border-radius:.625rem}
summary::-webkit-details-marker{display:none}
summary::after{content:'';position:absolute;right:1.25rem;top:50%;width:.5rem;height:.5rem;border:solid var(--soft);border-width:0 2px 2px 0;transform:translateY(-75%) rotate(45deg)}
details[open]>summary::after{transform:translateY(-25%) rotate(225deg)}
summary:hover{background:var(--hover)}summary b{display:block;font-weight:600}summary span{color:var(--soft);font-size:.9375rem}
.path{padding:.75rem 1rem .5rem;border-top:1px solid var(--line)}
.unseen{position:absolute;width:1px;height:1px;min-height:0;margin:0;padding:0;border:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
fieldset.ticks{border:0;margin:0 0 1rem;padding:0}fieldset.ticks legend{padding:0}
button.first{background:var(--brand);color:var(--on-brand);border-color:var(--brand);text-align:center;font-weight:600}
:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
.problem{border-color:var(--act)}.problem h1,.problem p:first-child{color:var(--act)}
.good h1{color:var(--good)}
ul.rows{list-style:none;margin:0 0 1rem;padding:0}ul.rows li{border-top:1px solid var(--line);padding:.625rem 0}ul.rows dl,dl.sums{font-size:.9375rem}
dl.sums{border-top:1px solid var(--line);padding-top:.625rem;margin-bottom:1rem}dl.sums dd,ul.rows dd{text-align:right}dl.sums b{font-weight:600;color:var(--ink)}
.note{border-left:3px solid var(--line);padding-left:.875rem;color:var(--soft);font-size:.875rem}.note h2{margin-top:0}
.warn{border:2px solid var(--act);border-radius:.75rem;padding:.75rem 1rem;font-weight:600}
.tick input{accent-color:var(--brand)}.tick{display:flex;gap:.75rem;align-items:flex-start;padding:.75rem 0}.tick input{width:1.5rem;height:1.5rem;flex:none;margin:0}.tick label{font-weight:400;margin:0}
canvas{display:block;width:100%;aspect-ratio:5/2;background:#fff;border:1px solid var(--soft);border-radius:.5rem;touch-action:none}
button.small{width:auto;min-height:2.75rem;margin-top:.5rem;text-align:center}
footer{color:var(--soft);font-size:.875rem;padding-bottom:2.5rem}
@media print{body{background:#fff;color:#000}form{display:none}}
`
