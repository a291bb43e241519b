import pg from "pg"; import fs from "node:fs"; import { execFileSync } from "node:child_process";
const url = process.argv[2];
const login="staf@lokus.test", base="http://127.0.0.1:4391";
import { chromium } from "@playwright/test";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu"] });
async function ctx(w,h,theme,loc){ const c = await b.newContext({ baseURL: base, viewport:{width:w,height:h}, colorScheme: theme, locale:"id-ID"});
 await c.addCookies([{name:"locale",value:loc,url:base}]);
 const csrf=(await (await c.request.get("/api/auth/csrf")).json()).csrfToken;
 await c.request.post("/api/auth/callback/credentials",{form:{csrfToken:csrf,login,password:"lokus-demo",json:"true"}}); return c; }
const c0 = await ctx(1280,900,"light","id"); const p0=await c0.newPage();
await p0.goto("/office"); const center=p0.url().split("/").pop();
await p0.goto(`/office/${center}/rubrics?q=lima`); 
const kipp=await p0.locator('a[href*="/rubrics/0"],table a').first().getAttribute("href");
await p0.goto(kipp); const derive=await p0.getByRole("link",{name:"Turunkan rubrik"}).getAttribute("href");
await p0.goto(derive); await p0.getByLabel("Nama rubrik").fill("Kriteria dengan nama yang sangat panjang untuk melihat apakah barisnya patah dengan rapi "+Date.now()%10000);
await p0.getByRole("button",{name:"Buat dan tulis"}).click(); await p0.waitForURL(/edit$/);
const edit=new URL(p0.url()).pathname; const from=derive.split("=")[1];
await p0.locator('input[name="novelty.weight"]').fill("18"); await p0.locator('input[name="novelty.labelId"]').fill("Kebaruan yang benar-benar baru");
await p0.getByRole("button",{name:"Simpan draf"}).click(); await p0.waitForTimeout(800);
const page=edit.replace("/edit","");
await p0.goto(page); const cmp=(await p0.getByRole("link",{name:"Bandingkan"}).getAttribute("href"))+"&right="+from;
const paths=process.env.EXTRA? process.env.EXTRA.replaceAll("{center}",center).split(" ") : [`/office/${center}/rubrics`,kipp,derive,edit,page,cmp,`/office/${center}/rubrics?q=zzzz`];
fs.mkdirSync("/tmp/shots",{recursive:true});
for (const [w,h,theme,loc] of [[360,740,"light","id"],[1440,900,"dark","en"],[1440,900,"light","id"],[360,740,"dark","en"]]) {
 const c=await ctx(w,h,theme,loc); const p=await c.newPage();
 for (const [i,path] of paths.entries()){ const r=await p.goto(path); await p.waitForTimeout(350);
  const over=await p.evaluate(()=>document.documentElement.scrollWidth-document.documentElement.clientWidth);
  console.log(r.status(),w,theme,loc,path.slice(-60),"overflow",over);
  await p.screenshot({path:`/tmp/shots/${process.env.TAG??"r"}${i}-${w}-${theme}-${loc}.png`}); 
  if(w===1440&&theme==="light"||w===360&&theme==="light") await p.screenshot({path:`/tmp/shots/${process.env.TAG??"r"}${i}-${w}-full.png`,fullPage:true}); }
 await c.close(); }
await b.close();
