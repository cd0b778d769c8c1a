/// The style of a dossier: readable on screen and on paper, light and dark, without anything from elsewhere.
enum DossierStyle {
  static let sheet = """
    :root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--faint:#5c5c5c;--line:#d8d8d8;--mark:#fff1a8;
    --deny:#a11d1d;--confirm:#1c6b32;--doubt:#875a00}
    @media(prefers-color-scheme:dark){:root{--ink:#e8e6e3;--paper:#161616;--faint:#a3a09b;--line:#3a3a3a;
    --mark:#5a4b00;--deny:#ff9b94;--confirm:#8fd6a2;--doubt:#f0c36a}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:46rem;padding:1.5rem 1rem 4rem;background:var(--paper);color:var(--ink);
    font:1rem/1.55 Georgia,"Times New Roman",serif}
    h1{font-size:1.7rem;line-height:1.2;margin:0 0 .3rem}
    h2{font-size:1.2rem;margin:2.2rem 0 .6rem;border-bottom:1px solid var(--line)}
    h3{font-size:1.02rem;margin:1.4rem 0 .2rem}
    a{color:inherit}
    .facts,.source,nav,dt,footer{color:var(--faint);font-size:.86rem}
    nav ul,.lines{list-style:none;padding-left:0;margin:.3rem 0}
    nav li{display:inline-block;margin-right:1rem}
    .lines>li{margin:.35rem 0}
    details{margin:.15rem 0 .15rem 1.1rem}
    summary{cursor:pointer;font-size:.9rem;color:var(--faint)}
    blockquote{margin:.3rem 0 .5rem;padding:.1rem 0 .1rem .8rem;border-left:3px solid var(--line)}
    blockquote p{margin:0 0 .2rem}
    mark{background:var(--mark);color:inherit;padding:.05em 0;-webkit-box-decoration-break:clone;
    box-decoration-break:clone}
    .at:target mark{outline:2px solid var(--deny);outline-offset:1px}
    .report{margin:1.6rem 0;padding-top:.4rem;border-top:1px solid var(--line)}
    .text p{margin:.55rem 0}
    .denies{color:var(--deny)}.confirms{color:var(--confirm)}.doubts,.declines{color:var(--doubt)}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .8rem;margin:.3rem 0}
    dd{margin:0;font-size:.86rem;overflow-wrap:anywhere}
    @media print{body{max-width:none;padding:0;font-size:10.5pt;background:#fff;color:#000}
    nav{display:none}h2,h3{break-after:avoid}.claim,blockquote{break-inside:avoid}
    mark{background:none;text-decoration:underline;text-decoration-thickness:1.5px}
    details::details-content{content-visibility:visible;display:block;block-size:auto}
    summary{list-style:none}}
    """
}
