// How a page looks: one measure, one scale, figures that line up, on a screen of any width, in the dark, and on paper.

export const style = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1b1b;--soft:#55585c;--rule:#c9ccd0;--grid:#e3e5e8;--claim:#f3f5f7;--link:#0b57a4}
@media (prefers-color-scheme:dark){:root{--paper:#15171a;--ink:#e9e9e6;--soft:#b3b7bc;--rule:#4a4e54;--grid:#33373c;--claim:#1f2328;--link:#8ec2ff}}
*{box-sizing:border-box}
html{font:100%/1.5 "Source Serif 4","Source Serif Pro",Charter,"Bitstream Charter",Georgia,Cambria,serif;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink)}
main,footer,header{max-width:44rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
.office{display:flex;align-items:center;gap:.8rem;margin:0 0 1.2rem;color:var(--soft)}
.office img{height:3.2rem;width:auto;max-width:12rem;object-fit:contain}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 1rem;text-wrap:balance}
h2{font-size:1.3rem;line-height:1.3;margin:2.25rem 0 .6rem}
h3{font-size:1.08rem;line-height:1.3;margin:1.8rem 0 .5rem}
p{margin:.7rem 0;max-width:42rem;overflow-wrap:break-word}
.finding{font-size:1.1rem;margin:.9rem 0;padding-left:.9rem;border-left:.2rem solid var(--ink)}
.caution{color:var(--soft);padding-left:.9rem;border-left:.2rem dotted var(--soft)}
.everywhere{position:sticky;top:0;margin:0;max-width:none;padding:.4rem 1.25rem;background:var(--ink);color:var(--paper);font-weight:600;text-align:center;z-index:1}
.claim{background:var(--claim);padding:.9rem 1.1rem;margin:1.1rem 0;border-radius:.2rem}
.claim p{margin:.2rem 0}
nav ul{list-style:none;padding:0;columns:2;column-gap:2rem}
a{color:var(--link)}
table{border-collapse:collapse;font-family:system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:.875rem;line-height:1.4;font-variant-numeric:tabular-nums lining-nums;width:100%}
caption,figcaption{font-family:inherit;text-align:left;font-weight:600;padding:0 0 .4rem;caption-side:top}
th,td{padding:.32rem .7rem .32rem 0;vertical-align:top;text-align:left;border-bottom:1px solid var(--grid)}
thead th{border-bottom:1px solid var(--rule);font-weight:600;vertical-align:bottom}
tbody th{font-weight:400}
.n{text-align:right;white-space:nowrap}
thead .n{white-space:normal}
.gap{color:var(--soft);font-style:italic}
.scroll{overflow-x:auto;margin:1.4rem 0}
.scroll:focus-visible{outline:2px solid var(--link);outline-offset:3px}
.note{font-size:.875rem;color:var(--soft)}
figure{margin:1.6rem 0}
figure svg{display:block;width:100%;height:auto;max-width:42.5rem}
.narrow{display:none}
figure details{font-size:.875rem;margin-top:.3rem}
summary{cursor:pointer;color:var(--soft)}
footer{margin-top:3rem;padding-top:1rem;padding-bottom:2.5rem;color:var(--soft);font-size:.875rem}
footer::before{content:"";display:block;border-top:1px solid var(--rule);margin-bottom:1rem}
@media (prefers-color-scheme:dark){
svg .ink{fill:#e9e9e6}svg .rule{stroke:#b3b7bc}svg .ruleFill{fill:#b3b7bc}svg .grid{stroke:#33373c}svg .box{fill:#1f2328;stroke:#b3b7bc}
svg .group0{fill:#58b4f0;stroke:#58b4f0}svg .group1{fill:#ff9a4d;stroke:#ff9a4d}svg .group2{fill:#3ccfa0;stroke:#3ccfa0}svg .group3{stroke:#f0a8d2}svg .group4{fill:#9bd7ff;stroke:#9bd7ff}svg .group5{fill:#e9e9e6;stroke:#e9e9e6}
svg .line0{stroke:#58b4f0}svg .line1{stroke:#ff9a4d}svg .line2{stroke:#3ccfa0}svg .line3{stroke:#f0a8d2}svg .line4{stroke:#9bd7ff}svg .line5{stroke:#e9e9e6}
svg .word0{fill:#58b4f0}svg .word1{fill:#ff9a4d}svg .word2{fill:#3ccfa0}svg .word3{fill:#f0a8d2}svg .word4{fill:#9bd7ff}svg .word5{fill:#e9e9e6}
svg .band0{fill:#58b4f0}svg .band1{fill:#ff9a4d}svg .band2{fill:#3ccfa0}
}
@media screen and (max-width:34rem){.wide{display:none}.narrow{display:block}html{font-size:94%}h1{font-size:1.55rem}nav ul{columns:1}th,td{padding-right:.5rem}}
@page{size:auto;margin:18mm 16mm}
@page sheet{margin:10mm 14mm}
@media print{
:root{--paper:#fff;--ink:#000;--soft:#333;--rule:#777;--grid:#bbb;--claim:#f2f2f2;--link:#000}
html{font-size:10.5pt}main,footer,header{max-width:none;padding-left:0;padding-right:0}
h1,h2,h3,caption,figcaption{break-after:avoid}figure,tr,.finding,.claim{break-inside:avoid}
.everywhere{position:fixed;top:auto;bottom:0;left:0;right:0;padding:.2rem;background:none;color:var(--ink);border-top:1px solid var(--rule)}body:has(.everywhere){padding-bottom:2rem}
thead{display:table-header-group}.scroll{overflow:visible}
details:not([open])>*:not(summary){display:none}summary{display:none}
p{orphans:3;widows:3}
.apart header,.apart footer{display:none}.apart h2+p{margin-bottom:1.4rem}.apart h2:not(:first-child){break-before:page}
.one{page:sheet;font-size:8.5pt;line-height:1.28}.one header{padding-top:0}.one h1{font-size:15pt;margin:0 0 .4rem}.one h2{font-size:11pt;margin:.6rem 0 .2rem}
.one p{margin:.25rem 0;max-width:none}.one .claim{padding:.45rem .7rem;margin:.5rem 0}.one .finding{font-size:9.4pt;margin:.4rem 0}
.one table{font-size:8pt;line-height:1.25}.one th,.one td{padding:.12rem .6rem .12rem 0}.one .scroll{margin:.5rem 0}.one .note{font-size:7.8pt}
.one figure{margin:.35rem 0}.one figure svg{max-width:11.5cm}.one .note{margin:.15rem 0}.one .office{margin:0 0 .4rem}.one .office img{height:2.2rem}
.one footer{margin-top:.6rem;padding:0;font-size:7.8pt}.one footer::before{margin-bottom:.3rem}.one footer p{display:inline}.one footer p+p::before{content:" · "}
}
`.trim();
