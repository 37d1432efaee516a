/**
 * A field to draw in, in the words of old browsers: it writes the pen's way into a hidden field and
 * draws what is there already. Without it the typed name is the signature.
 */
export const PAD = `(function(){
var box=document.getElementById('pad'),canvas=document.getElementById('canvas'),field=document.getElementById('strokes'),clear=document.getElementById('clear');
if(!box||!canvas||!canvas.getContext||!window.JSON)return;
var ink=canvas.getContext('2d'),strokes=[],now=null,W=1000,H=400;
canvas.width=W;canvas.height=H;box.hidden=false;
try{strokes=JSON.parse(field.value||'[]')||[]}catch(e){strokes=[]}
function draw(){ink.clearRect(0,0,W,H);ink.lineWidth=7;ink.lineCap='round';ink.lineJoin='round';ink.strokeStyle='#16223f';
for(var i=0;i<strokes.length;i++){var s=strokes[i];ink.beginPath();ink.moveTo(s[0][0],s[0][1]);for(var j=1;j<s.length;j++)ink.lineTo(s[j][0],s[j][1]);if(s.length===1)ink.lineTo(s[0][0]+1,s[0][1]);ink.stroke()}}
function keep(){field.value=strokes.length?JSON.stringify(strokes):''}
function point(e){var r=canvas.getBoundingClientRect(),t=e.touches&&e.touches[0]?e.touches[0]:e;
return[Math.max(0,Math.min(W,Math.round((t.clientX-r.left)/r.width*W))),Math.max(0,Math.min(H,Math.round((t.clientY-r.top)/r.height*H)))]}
function count(){for(var n=0,i=0;i<strokes.length;i++)n+=strokes[i].length;return n}
function down(e){if(strokes.length>=200)return;e.preventDefault();now=[point(e)];strokes.push(now);draw()}
function move(e){if(!now||count()>=4000)return;e.preventDefault();var p=point(e),l=now[now.length-1];if(p[0]===l[0]&&p[1]===l[1])return;now.push(p);draw()}
function up(){if(now){now=null;keep()}}
var P=window.PointerEvent?['pointerdown','pointermove','pointerup','pointercancel']:'ontouchstart' in window?['touchstart','touchmove','touchend','touchcancel']:['mousedown','mousemove','mouseup','mouseleave'];
canvas.addEventListener(P[0],down);canvas.addEventListener(P[1],move);window.addEventListener(P[2],up);window.addEventListener(P[3],up);
clear.addEventListener('click',function(){strokes=[];keep();draw()});draw()})()`
