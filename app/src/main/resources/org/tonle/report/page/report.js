for(const box of document.querySelectorAll('.switch')){const parts=[...box.children].filter(c=>c.dataset.key);if(parts.length<2)continue;
const tabs=document.createElement('div');tabs.className='tabs';tabs.setAttribute('role','group');tabs.setAttribute('aria-label',box.dataset.name||'');
parts.forEach((p,i)=>{const b=document.createElement('button');b.type='button';b.textContent=p.dataset.key;b.setAttribute('aria-pressed',i===0);
b.onclick=()=>{parts.forEach((q,j)=>{q.hidden=q!==p;tabs.children[j].setAttribute('aria-pressed',q===p)})};p.hidden=i>0;tabs.append(b)});box.prepend(tabs)}
// A link opens the folds and the tab in which its picture stands.
function reach(){const at=document.getElementById(decodeURIComponent(location.hash.slice(1)));if(!at)return;
for(let p=at.parentElement;p;p=p.parentElement){if(p.tagName==='DETAILS')p.open=true;
if(p.hidden){const i=[...p.parentElement.querySelectorAll(':scope>[data-key]')].indexOf(p);p.parentElement.querySelector('.tabs')?.children[i]?.click()}}
at.scrollIntoView()}
addEventListener('hashchange',reach);reach()
