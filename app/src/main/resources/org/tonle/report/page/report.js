for(const box of document.querySelectorAll('.switch')){const parts=[...box.children].filter(c=>c.dataset.key);if(parts.length<2)continue;
const tabs=document.createElement('div');tabs.className='tabs';tabs.setAttribute('role','group');tabs.setAttribute('aria-label',box.dataset.name||'');
parts.forEach((p,i)=>{const b=document.createElement('button');b.type='button';b.textContent=p.dataset.key;b.setAttribute('aria-pressed',i===0);
b.onclick=()=>{parts.forEach((q,j)=>{q.hidden=q!==p;tabs.children[j].setAttribute('aria-pressed',q===p)})};p.hidden=i>0;tabs.append(b)});box.prepend(tabs)}
