/// Facts for the name features: words and phrases by kind, in lower case, parted by commas.
///
/// A table; longer than a file of code may be.
enum NameLists {
  /// Kinds of list entries, as bits.
  struct Kinds: OptionSet, Hashable, Sendable {
    let rawValue: UInt16
    static let country = Kinds(rawValue: 1)
    static let city = Kinds(rawValue: 2)
    static let region = Kinds(rawValue: 4)
    static let people = Kinds(rawValue: 8)
    static let title = Kinds(rawValue: 16)
    static let givenName = Kinds(rawValue: 32)
    static let bodyWord = Kinds(rawValue: 64)
    static let body = Kinds(rawValue: 128)
    static let calendar = Kinds(rawValue: 256)
    static let placeWord = Kinds(rawValue: 512)
    static let other = Kinds(rawValue: 1024)
    static let familyName = Kinds(rawValue: 2048)
  }

  static let all: [(Kinds, String)] = [
    (.country, countries), (.city, cities), (.region, regions), (.people, peoples),
    (.title, titles), (.givenName, givenNames), (.bodyWord, bodyWords), (.body, bodies),
    (.calendar, calendar), (.placeWord, placeWords), (.other, others),
    (.familyName, familyNames),
  ]

  private static let countries = """
    afghanistan,albania,algeria,andorra,angola,argentina,armenia,australia,austria,azerbaijan,\
    bahamas,bahrain,bangladesh,barbados,belarus,belgium,belize,benin,bhutan,bolivia,bosnia,\
    bosnia and herzegovina,bosnia-herzegovina,botswana,brazil,brunei,bulgaria,burkina faso,burma,\
    burundi,cambodia,cameroon,canada,cape verde,central african republic,chad,chile,china,colombia,\
    comoros,congo,costa rica,croatia,cuba,cyprus,czech republic,czechia,denmark,djibouti,dominica,\
    dominican republic,east timor,ecuador,egypt,el salvador,england,equatorial guinea,eritrea,\
    estonia,eswatini,ethiopia,fiji,finland,france,gabon,gambia,georgia,germany,ghana,great britain,\
    britain,greece,grenada,guatemala,guinea,guinea-bissau,guyana,haiti,holland,honduras,hungary,\
    iceland,india,indonesia,iran,iraq,ireland,israel,italy,ivory coast,jamaica,japan,jordan,\
    kazakhstan,kenya,kiribati,korea,kosovo,kuwait,kyrgyzstan,laos,latvia,lebanon,lesotho,liberia,\
    libya,liechtenstein,lithuania,luxembourg,macedonia,madagascar,malawi,malaysia,maldives,mali,\
    malta,marshall islands,mauritania,mauritius,mexico,micronesia,moldova,monaco,mongolia,\
    montenegro,morocco,mozambique,myanmar,namibia,nauru,nepal,netherlands,new zealand,nicaragua,\
    niger,nigeria,north korea,north macedonia,northern ireland,norway,oman,pakistan,palau,palestine,\
    panama,papua new guinea,paraguay,peru,philippines,poland,portugal,qatar,romania,russia,\
    russian federation,rwanda,samoa,san marino,saudi arabia,scotland,senegal,serbia,seychelles,\
    sierra leone,singapore,slovakia,slovenia,solomon islands,somalia,south africa,south korea,\
    south sudan,soviet union,spain,sri lanka,sudan,suriname,sweden,switzerland,syria,taiwan,\
    tajikistan,tanzania,thailand,timor-leste,togo,tonga,trinidad and tobago,tunisia,turkey,türkiye,\
    turkmenistan,tuvalu,u.k.,uk,u.s.,us,u.s.a.,usa,uae,u.a.e.,uganda,ukraine,united arab emirates,\
    united kingdom,united states,united states of america,uruguay,ussr,uzbekistan,vanuatu,vatican,\
    venezuela,vietnam,wales,yemen,yugoslavia,zaire,zambia,zimbabwe,dprk,east germany,west germany,\
    czechoslovakia,burkina,hong kong,macau,macao,puerto rico,greenland,gibraltar,bermuda,guam
    """
  private static let cities = """
    abu dhabi,abuja,accra,addis ababa,aleppo,alexandria,algiers,almaty,amman,amsterdam,ankara,\
    ashgabat,asmara,astana,athens,atlanta,auckland,austin,baghdad,baku,bali,baltimore,bangalore,\
    bangkok,barcelona,basra,beijing,beirut,belfast,belgrade,berlin,bern,birmingham,bishkek,bogota,\
    bombay,bonn,boston,brasilia,bratislava,brisbane,brussels,bucharest,budapest,buenos aires,\
    bujumbura,cairo,calcutta,calgary,canberra,cape town,caracas,cardiff,casablanca,charlotte,\
    chennai,chicago,chisinau,cincinnati,cleveland,cologne,colombo,copenhagen,dakar,dallas,damascus,\
    delhi,denver,detroit,dhaka,dnipro,doha,donetsk,dubai,dublin,durban,dushanbe,düsseldorf,\
    edinburgh,edmonton,florence,frankfurt,freetown,fukushima,gaza,gaza city,geneva,genoa,glasgow,\
    grozny,guangzhou,guatemala city,hamburg,hanoi,harare,havana,hebron,helsinki,hiroshima,\
    ho chi minh city,homs,houston,hyderabad,indianapolis,islamabad,istanbul,jakarta,jalalabad,\
    jeddah,jerusalem,johannesburg,kabul,kampala,kandahar,kansas city,karachi,kathmandu,kazan,\
    kharkiv,khartoum,kherson,kiev,kigali,kingston,kinshasa,kolkata,kramatorsk,kuala lumpur,\
    kunduz,kuwait city,kyiv,kyoto,la paz,lagos,lahore,las vegas,leeds,leipzig,lhasa,lima,lisbon,\
    liverpool,ljubljana,london,los angeles,luanda,lugansk,luhansk,lusaka,lviv,lyon,madrid,\
    managua,manchester,manila,maputo,mariupol,marseille,mecca,melbourne,memphis,mexico city,miami,\
    milan,milwaukee,minneapolis,minsk,mogadishu,montevideo,montreal,moscow,mosul,mumbai,munich,\
    nagasaki,nairobi,naples,nashville,new delhi,new orleans,new york,new york city,newark,nicosia,\
    oakland,odesa,odessa,osaka,oslo,ottawa,oxford,panama city,paris,perth,philadelphia,phnom penh,\
    phoenix,pittsburgh,podgorica,port-au-prince,portland,prague,pretoria,pristina,pyongyang,quebec,\
    quito,rabat,raleigh,ramallah,rangoon,reykjavik,riga,rio de janeiro,riyadh,rome,rotterdam,\
    sacramento,salt lake city,salzburg,san antonio,san diego,san francisco,san jose,san juan,\
    san salvador,sanaa,santiago,santo domingo,sao paulo,sarajevo,seattle,seoul,sevastopol,\
    shanghai,shenzhen,simferopol,skopje,sofia,srebrenica,st. louis,st. petersburg,stockholm,\
    stuttgart,sydney,tallinn,tampa,tashkent,tbilisi,tegucigalpa,tehran,tel aviv,the hague,tirana,\
    tokyo,toronto,tripoli,tunis,turin,ulaanbaatar,vancouver,venice,vienna,vientiane,vilnius,\
    vladivostok,volgograd,warsaw,washington,washington d.c.,wellington,wuhan,xi'an,yangon,yerevan,\
    york,zagreb,zaporizhzhia,zurich,bakhmut,kursk,belgorod,rafah,khan younis,idlib,raqqa,aden,\
    hodeidah,benghazi,goma,juba,mekelle,tijuana,ciudad juarez,medellin,cambridge,hollywood
    """
  private static let regions = """
    africa,alabama,alaska,alberta,america,americas,antarctica,arabia,arctic,arizona,arkansas,asia,\
    asia-pacific,assam,atlantic,baja california,balkans,bavaria,bay area,bengal,black sea,\
    british columbia,brooklyn,california,capitol hill,caribbean,caspian sea,catalonia,caucasus,\
    central america,central asia,chechnya,colorado,connecticut,corsica,crete,crimea,dagestan,\
    darfur,delaware,donbas,donbass,east asia,east jerusalem,eastern europe,eu,europe,far east,\
    flanders,florida,gaza strip,golan heights,gulf,gulf of mexico,hawaii,helmand,himalayas,idaho,\
    illinois,indian ocean,indiana,iowa,kansas,kashmir,kentucky,korean peninsula,kurdistan,latin america,\
    long island,louisiana,maine,manhattan,manitoba,maryland,massachusetts,mediterranean,michigan,\
    mid-atlantic,middle east,midwest,minnesota,mississippi,missouri,montana,nagorno-karabakh,\
    nebraska,nevada,new england,new hampshire,new jersey,new mexico,new south wales,normandy,\
    north africa,north america,north carolina,north dakota,north sea,north-west frontier,\
    nova scotia,ohio,oklahoma,ontario,oregon,pacific,pacific ocean,pennsylvania,persian gulf,\
    prussia,punjab,quebec,queensland,red sea,rhode island,sahara,sahel,saskatchewan,scandinavia,\
    siberia,sicily,sinai,sindh,south america,south asia,south carolina,south china sea,\
    south dakota,southeast asia,strait of hormuz,taiwan strait,tasmania,tennessee,texas,tibet,\
    tigray,transnistria,ulster,ural,utah,vermont,victoria,virginia,wall street,washington state,\
    west africa,west bank,west virginia,western europe,western sahara,wisconsin,wyoming,xinjiang,\
    yorkshire,yukon,zealand,oblast,ala.,ariz.,ark.,calif.,colo.,conn.,del.,fla.,ga.,ill.,ind.,kan.,\
    ky.,la.,md.,mass.,mich.,minn.,miss.,mo.,mont.,neb.,nev.,n.h.,n.j.,n.m.,n.y.,n.c.,n.d.,okla.,\
    ore.,pa.,r.i.,s.c.,s.d.,tenn.,tex.,vt.,va.,wash.,w.va.,wis.,wyo.,d.c.
    """
  private static let peoples = """
    afghan,african,albanian,algerian,american,angolan,arab,arabic,argentine,argentinian,armenian,\
    asian,australian,austrian,azerbaijani,azeri,bahraini,baltic,bangladeshi,basque,belarusian,\
    belgian,bengali,bolivian,bosnian,brazilian,british,briton,buddhist,bulgarian,burmese,\
    burundian,cambodian,cameroonian,canadian,caribbean,catalan,catholic,caucasian,chechen,chilean,\
    chinese,christian,colombian,congolese,conservative,cossack,croat,croatian,cuban,cypriot,czech,\
    danish,dane,democrat,democratic,dominican,dutch,ecuadorean,egyptian,english,eritrean,estonian,\
    ethiopian,european,filipino,finn,finnish,flemish,french,frenchman,georgian,german,ghanaian,\
    greek,guatemalan,gypsy,haitian,hebrew,hindu,hispanic,honduran,hungarian,hutu,icelandic,indian,\
    indonesian,iranian,iraqi,irish,islamic,islamist,israeli,italian,ivorian,jamaican,japanese,jew,\
    jewish,jordanian,kashmiri,kazakh,kenyan,khmer,korean,kosovar,kurd,kurdish,kuwaiti,kyrgyz,\
    laotian,latin,latino,latvian,lebanese,liberian,libyan,lithuanian,macedonian,malawian,malay,\
    malaysian,malian,maltese,maoist,marxist,mexican,moldovan,mongolian,montenegrin,moroccan,\
    mozambican,muslim,namibian,nazi,nepalese,nepali,nicaraguan,nigerian,nordic,north korean,\
    norwegian,orthodox,ossetian,ottoman,pakistani,palestinian,panamanian,paraguayan,pashtun,\
    persian,peruvian,pole,polish,portuguese,protestant,punjabi,qatari,republican,rohingya,roma,\
    roman,romanian,russian,rwandan,salvadoran,saudi,scandinavian,scot,scottish,senegalese,serb,\
    serbian,shia,shiite,sicilian,sikh,singaporean,slav,slavic,slovak,slovene,slovenian,somali,\
    south african,south korean,soviet,spaniard,spanish,sudanese,sunni,swede,swedish,swiss,syrian,\
    taiwanese,tajik,tamil,tanzanian,tatar,thai,tibetan,tunisian,turk,turkish,turkmen,tutsi,ugandan,\
    uighur,ukrainian,uruguayan,uyghur,uzbek,venezuelan,vietnamese,welsh,western,yazidi,yemeni,\
    yugoslav,zambian,zimbabwean,americans,russians,ukrainians,germans,israelis,palestinians,arabs,\
    muslims,christians,jews,kurds,serbs,croats,iranians,iraqis,syrians,turks,republicans,democrats,\
    europeans,africans,indians,pakistanis,afghans,italians,canadians,australians,britons,koreans,\
    north koreans,south koreans,mexicans,brazilians,cubans,asians,latinos,hispanics,catholics,\
    houthi,houthis,talibs,bavarian,siberian,crimean,californian,texan,new yorker,londoner
    """
  private static let titles = """
    mr,mr.,mrs,mrs.,ms,ms.,miss,dr,dr.,sir,lord,lady,dame,prof,prof.,professor,president,\
    vice president,prime minister,premier,minister,foreign minister,defense minister,\
    defence minister,finance minister,interior minister,chancellor,king,queen,prince,princess,\
    emperor,sultan,emir,sheikh,shaikh,ayatollah,imam,mullah,pope,cardinal,archbishop,bishop,rev.,\
    reverend,father,sister,rabbi,general,gen.,gen,lieutenant,lt.,lt,colonel,col.,col,major,maj.,\
    captain,capt.,capt,sergeant,sgt.,corporal,admiral,adm.,commander,marshal,brigadier,secretary,\
    secretary-general,secretary general,secretary of state,senator,sen.,sen,congressman,\
    congresswoman,representative,rep.,rep,governor,gov.,gov,mayor,judge,justice,chief justice,\
    attorney,attorney general,ambassador,envoy,spokesman,spokeswoman,spokesperson,chairman,\
    chairwoman,chair,director,chief,leader,head,coach,manager,captain,editor,analyst,economist,\
    striker,defender,midfielder,goalkeeper,officer,detective,inspector,sheriff,deputy,candidate,\
    nominee,ceo,founder,author,actor,actress,singer,director-general,commissioner,lawmaker,former,\
    opposition leader,supreme leader,first lady,party leader,dictator,billionaire,tycoon
    """
  private static let givenNames = """
    aaron,abdul,abdullah,abraham,adam,ahmad,ahmed,aisha,alan,albert,alejandro,alex,alexander,\
    alexandra,alexei,alexey,alfred,ali,alice,alison,allan,allen,amanda,amy,ana,anas,anatoly,andre,\
    andrea,andreas,andrei,andrej,andrew,andrey,andrii,andriy,andy,angela,anita,ann,anna,anne,\
    anthony,antoine,anton,antonio,antony,ariel,arnold,arthur,asif,barack,barbara,barry,bashar,ben,\
    benjamin,bernard,bernie,beth,betty,bill,bob,bobby,boris,brad,brandon,brenda,brett,brian,bruce,\
    bruno,bryan,carl,carla,carlos,carly,carol,caroline,catherine,chad,charles,charlie,chelsea,cheryl,\
    chris,christian,christina,christine,christopher,chuck,cindy,claire,clarence,claude,claudia,colin,\
    connie,corey,craig,cristina,cynthia,dan,daniel,daniela,danny,darren,dave,david,dean,deborah,\
    debra,dennis,derek,diana,diane,diego,dmitri,dmitry,dmytro,don,donald,donna,doris,dorothy,doug,\
    douglas,duncan,dylan,ed,eddie,edgar,edith,eduardo,edward,edwin,eileen,elaine,elena,eli,elias,\
    elizabeth,ellen,elon,emily,emma,emmanuel,enrique,eric,erica,erik,ernest,ernesto,eugene,eva,\
    evelyn,fatima,felipe,felix,fernando,fidel,frances,francesco,francis,francisco,francois,frank,\
    franz,fred,frederick,fyodor,gabriel,gary,gavin,gennady,geoff,geoffrey,george,gerald,gerard,\
    gerhard,gilbert,gina,giovanni,giuseppe,glen,glenn,gloria,gordon,grace,graham,greg,gregory,\
    guillermo,gustavo,guy,hamid,hannah,hans,harold,harry,harvey,hasan,hassan,heather,heinz,helen,\
    helmut,henri,henry,herbert,herman,hillary,hosni,howard,hugh,hugo,hussein,ian,ibrahim,igor,ihor,\
    ilya,imran,irina,isaac,isabel,ismail,ivan,ivanka,jack,jackie,jacob,jacques,jake,jamal,james,\
    jamie,jan,jane,janet,jared,jason,javier,jay,jean,jeb,jeff,jeffrey,jennifer,jeremy,jerry,jesse,\
    jessica,jesus,jill,jim,jimmy,joan,joanna,joe,joel,johan,john,johnny,jon,jonathan,jordan,jorge,\
    jose,josef,joseph,josh,joshua,josé,jovan,juan,judith,judy,julia,julian,julie,jun,justin,karen,\
    karim,karl,kate,katherine,kathleen,kathy,katie,keith,kellyanne,ken,kenneth,kevin,khaled,khalid,\
    kim,kirsten,klaus,kofi,kurt,kyle,kyrylo,larry,lars,laura,lauren,laurent,lawrence,lee,leo,leon,\
    leonard,leonid,leslie,lewis,li,liam,linda,lindsey,lisa,liz,lloyd,lorenzo,lori,louis,louise,luc,\
    luca,lucas,lucy,luis,luiz,luke,lynn,mahmoud,malcolm,manuel,marc,marcel,marco,marcus,margaret,\
    maria,marie,marina,mario,marion,mark,martha,martin,marvin,mary,mateusz,mathias,matt,matteo,\
    matthew,maurice,max,maxim,megan,melania,melissa,mia,michael,michel,michele,michelle,miguel,\
    mihai,mike,mikhail,milan,mitch,mitt,mohamed,mohammad,mohammed,monica,moon,muhammad,mustafa,\
    mykhailo,mykola,nancy,naomi,narendra,natalia,natalie,nathan,neil,newt,nicholas,nick,nicolas,\
    nicole,nigel,nikita,nikki,nikolai,nina,noah,norman,oksana,oleg,oleh,oleksandr,oleksii,oliver,\
    olga,olivia,omar,oscar,osama,otto,pablo,pamela,pascal,patricia,patrick,paul,paula,pavel,pavlo,\
    pedro,peter,petr,petra,petro,phil,philip,philippe,phillip,pierre,rachel,rafael,rahul,ralph,ramon,\
    randy,raul,ray,raymond,rebecca,recep,reince,renee,ricardo,richard,rick,rob,robert,roberto,robin,\
    rodrigo,roger,roland,roman,ron,ronald,rosa,rose,roy,rudy,rupert,ruslan,russell,ruth,ryan,saddam,\
    sadiq,saeed,salman,sam,samantha,samuel,sandra,sara,sarah,scott,sean,sebastian,serge,sergei,\
    sergey,serhii,serhiy,shane,sharon,shawn,sheila,shimon,shinzo,sigmar,silvio,simon,sofia,sonia,\
    sophie,stanley,stefan,stephanie,stephen,steve,steven,stuart,sue,susan,suzanne,sylvia,ted,\
    terence,teresa,terry,theodore,theresa,thomas,tim,timothy,tina,todd,tom,tommy,tony,tracy,travis,\
    ursula,vadim,valentin,valentina,valery,vanessa,vasily,vasyl,vera,victor,victoria,viktor,\
    vincent,virginia,vitali,vitaliy,vitaly,vladimir,volodymyr,vyacheslav,walter,warren,wayne,wendy,\
    werner,wilhelm,will,william,wolfgang,xavier,xi,yasser,yevgeny,yitzhak,yoon,yousef,yulia,yuri,\
    yuriy,yusuf,yves,zachary,zoe
    """
  private static let bodyWords = """
    academy,administration,agency,airlines,airways,alliance,army,assembly,associates,association,\
    authority,bank,board,brigade,broadcasting,brothers,bureau,cabinet,capital,center,centre,chamber,\
    church,city,club,co,co.,coalition,college,command,commission,committee,communications,community,\
    company,confederation,conference,congress,consortium,constitution,corp,corp.,corporation,\
    council,court,daily,defense,defence,department,directorate,division,duma,electric,energy,\
    enterprises,exchange,express,faction,federation,finance,financial,fleet,force,forces,\
    foundation,front,fund,gazette,government,group,guard,guardian,herald,holding,holdings,hospital,\
    inc,inc.,industries,initiative,institute,institution,insurance,intelligence,international,\
    investment,journal,laboratories,league,legislature,ltd,ltd.,mail,media,ministry,mission,mosque,\
    motor,motors,movement,museum,navy,network,news,observatory,office,oil,orchestra,organisation,\
    organization,parliament,partners,partnership,party,petroleum,police,post,press,project,radio,\
    rangers,records,regiment,republic,research,reserve,school,securities,senate,service,services,\
    society,staff,star,steel,studios,sun,systems,task,team,technologies,television,telegraph,times,\
    tribune,tribunal,trust,tv,union,united,university,watch,wanderers,works,plc,llc,ag,gmbh,s.a.
    """
  private static let bodies = """
    abc,abc news,afp,aclu,african union,afghan taliban,al jazeera,al qaeda,al shabaab,al-qaeda,amazon,\
    amnesty international,ap,apple,arab league,asean,associated press,atf,barclays,bbc,bloomberg,\
    bloomberg news,boeing,boko haram,breitbart,breitbart news,brookings institution,cbs,cbs news,\
    cdc,centcom,chelsea,cia,cnbc,cnn,coca-cola,congress,daily mail,dea,democratic party,der spiegel,\
    dhs,dnc,doj,duma,ebay,ecb,epa,european central bank,european commission,european council,\
    european parliament,european union,eu,eurozone,facebook,fbi,fcc,fda,fed,federal reserve,fema,\
    fifa,financial times,fortune,fox,fox news,fsb,ftc,g20,g7,g8,general motors,gop,google,greenpeace,\
    gru,hamas,harvard,hezbollah,hizbollah,house of commons,house of representatives,hsbc,huffpost,\
    huffington post,human rights watch,iaea,icc,icrc,idf,imf,instagram,interfax,interpol,ira,irgc,irs,\
    isil,isis,islamic state,itar-tass,jpmorgan,justice department,kcna,kgb,kremlin,labour,labour party,\
    ldp,likud,lockheed martin,msnbc,mi5,mi6,microsoft,mossad,msf,nasa,nato,nbc,nbc news,\
    new york times,newsweek,nhs,nis,npr,nra,nsa,nypd,oas,ocha,opec,osce,pentagon,pkk,pla,politico,\
    politburo,red cross,republican party,reuters,rnc,rosneft,rte,russian orthodox church,sdf,sec,\
    senate,sinn fein,sky news,snp,state department,state duma,supreme court,taliban,tass,the guardian,\
    the hill,the new york times,the times,the washington post,treasury,treasury department,twitter,\
    u.n.,un,unesco,unhcr,unicef,united nations,usa today,usaid,vox,wall street journal,washington post,\
    wagner,wagner group,who,white house,wikileaks,wto,xinhua,yahoo,yonhap,youtube,security council,\
    verkhovna rada,rada,bundestag,knesset,dáil,ria novosti,gazprom,sbu,hur,jcs,tesla,spacex,tiktok,
    """
  private static let calendar = """
    january,february,march,april,may,june,july,august,september,october,november,december,jan.,feb.,\
    mar.,apr.,jun.,jul.,aug.,sep.,sept.,oct.,nov.,dec.,monday,tuesday,wednesday,thursday,friday,\
    saturday,sunday,mon,tue,wed,thu,fri,sat,sun,gmt,est,edt,cet,utc,pst
    """
  private static let placeWords = """
    airport,avenue,base,bay,beach,bridge,canal,cape,castle,city,coast,county,desert,district,east,\
    field,forest,fort,harbor,harbour,heights,hill,hills,island,islands,isle,lake,mount,mountain,\
    mountains,north,northeast,northern,northwest,ocean,oblast,park,peninsula,plaza,port,province,\
    region,river,road,sea,south,southeast,southern,southwest,square,state,strait,street,town,valley,\
    village,west,western,eastern,central
    """
  private static let familyNames = """
    abbas,abe,adams,ahmadinejad,albanese,allen,anderson,annan,arafat,assad,austin,bachelet,baker,\
    ban,barak,barr,berlusconi,biden,blair,blinken,bloomberg,bolsonaro,bolton,boehner,bush,cameron,\
    carter,castro,chavez,cheney,chirac,choigu,chung,clark,clinton,clintons,cohen,comey,conway,cook,\
    corbyn,cruz,davis,duterte,duda,edwards,erdogan,erdoğan,evans,fauci,fedorov,fico,fiorina,fischer,\
    flynn,ford,francis,fujimori,gaddafi,garcia,garland,gates,gingrich,giuliani,gomez,gonzalez,gorbachev,\
    gore,grassley,graham,grossi,guterres,hagel,haley,hall,harris,hernandez,hitler,hollande,huckabee,\
    hunt,hussein,ivanov,jackson,jinping,johnson,jones,jong,kaine,kallas,kasich,kavanaugh,kennedy,\
    kerry,khamenei,khan,king,kirby,kishida,kissinger,kohl,kuleba,kushner,lavrov,lee,lewis,lopez,\
    lukashenko,lula,macron,maduro,major,mandela,manafort,martin,martinez,mattis,mccain,mcconnell,\
    medvedev,merkel,merz,milei,miller,milosevic,mitchell,modi,moore,morgan,morris,mubarak,mueller,\
    murphy,murray,musk,nelson,netanyahu,nguyen,nixon,obama,obamas,orban,orbán,park,parker,patel,paul,\
    pelosi,pence,perez,peskov,petrov,phillips,pompeo,poroshenko,powell,pritzker,putin,reagan,reid,\
    rice,roberts,robinson,rodriguez,romney,rouhani,rubio,rumsfeld,rutte,ryan,sanchez,sanders,sarkozy,\
    scalise,scholz,schroeder,schumer,sessions,sharon,sharif,shoigu,simitis,singh,smith,soros,spicer,\
    starmer,stein,stewart,stoltenberg,sullivan,sunak,sybiha,syrskyi,taylor,thatcher,thomas,thompson,\
    thunberg,tillerson,trudeau,trump,trumps,turnbull,turner,tusk,tymoshenko,vance,walker,walz,warren,\
    watson,white,williams,wilson,witkoff,wright,xi,yanukovych,yeltsin,yellen,yeol,yermak,young,yun,\
    zakharova,zaluzhny,zelenskiy,zelensky,zelenskyi,zelenskyy,zhang,wang,chen,liu,kovalenko,shevchenko,\
    netanyahu's,hernández,rodríguez,gonzález,müller,schmidt,schneider,ferrari,rossi,silva,santos
    """
  private static let others = """
    bible,brexit,christmas,cold war,constitution,cup,davis cup,easter,euro,first amendment,grand prix,\
    grand slam,hanukkah,holocaust,koran,masters,nobel,nobel peace prize,obamacare,olympic,olympics,\
    open,oscar,prix,pulitzer,quran,ramadan,second amendment,super bowl,thanksgiving,\
    the apprentice,treaty,us open,wimbledon,world cup,world series,world war,world war i,\
    world war ii,world war two,war,affordable care act,act,award,awards,championship,championships,\
    festival,prize,tour,trophy,accord,accords,agreement
    """
}
