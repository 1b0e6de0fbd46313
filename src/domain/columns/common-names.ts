// Some names that very many people have, so that a column of people's names can be told from other words. Without accents, lower case.
import { headingTokens } from './heading-tokens.ts';

const given = new Set(
  headingTokens(`james john robert michael william david richard joseph thomas charles daniel matthew anthony mark steven paul andrew joshua kevin brian
    george edward jason ryan jacob nicholas eric jonathan larry justin scott brandon benjamin samuel frank alexander jack tyler adam nathan henry peter
    zachary kyle ethan noah liam mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley
    kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna emma olivia
    sophia ava isabella mia charlotte grace hannah chloe zoe lucy ann anne eve alice rose ruth helen diane julie megan lauren rachel nicole samantha
    jose juan luis carlos jorge miguel pedro manuel antonio francisco javier fernando diego rafael alejandro andres sergio pablo maria ana carmen
    isabel lucia sofia elena marta paula rosa teresa pilar claudia andrea daniela gabriela valentina camila mariana joao antonia paulo bruno tiago
    rui ines beatriz leticia marco luca giovanni giuseppe alessandro andrea matteo lorenzo francesca giulia chiara sara martina valentina federica
    jean pierre michel philippe alain nicolas julien thomas antoine hugo louis camille marie sophie isabelle nathalie catherine celine lea manon
    hans peter wolfgang klaus jurgen stefan andreas thomas jan lukas felix leon finn anna lena julia katharina sabine petra ursula monika
    jan piotr krzysztof andrzej tomasz pawel marcin michal lukasz anna katarzyna malgorzata agnieszka ewa magdalena joanna jiri petr tomas jana eva
    lars erik anders johan sven nils ole olav bjorn ingrid astrid karin anna maja emma freja sofie mette
    mohammed muhammad mohamed ahmed ali hassan hussein omar ibrahim yusuf khalid fatima aisha maryam zainab layla huda noor sara mehmet mustafa ayse
    fatma emine zeynep emre elif wei li ming jing hao lin yan fang xin yu mei hui minh anh linh huong tuan priya rahul amit anil sunil raj ravi sanjay
    vijay deepak pooja neha anjali kavita sunita arjun rohan aarav olga ivan sergey dmitry alexey andrey natalia tatiana elena irina svetlana anastasia
    kwame kofi ama akosua chidi ngozi emeka amara oluwaseun tunde kenji hiroshi yuki sakura haruto aiko jin min jun hyun soo putu budi siti dewi agus nur`),
);
const family = new Set(
  headingTokens(`smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson thomas taylor moore jackson martin lee
    perez thompson white harris sanchez clark ramirez lewis robinson walker young allen king wright scott torres nguyen hill flores green adams nelson baker
    hall rivera campbell mitchell carter roberts gomez phillips evans turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers
    gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos kim cox ward richardson watson brooks chavez wood james bennett gray mendoza ruiz
    hughes price alvarez castillo sanders patel myers long ross foster jimenez fernandez moreno munoz alonso romero navarro santos silva souza oliveira pereira
    costa ferreira almeida rocha carvalho rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno muller schmidt schneider fischer weber
    meyer wagner becker schulz hoffmann koch bauer richter klein wolf bernard dubois durand leroy moreau laurent simon michel lefebvre roux fournier girard
    kowalski nowak wisniewski kaminski lewandowski novak svoboda novotny dvorak jansen de vries bakker visser johansson andersson karlsson nilsson hansen
    jensen nielsen larsen olsen berg khan singh kumar sharma gupta shah ahmed ali hussain chen wang li zhang liu yang huang zhao wu zhou xu sun tran pham
    park choi jung tanaka suzuki sato watanabe yilmaz kaya demir ivanov petrov cohen levi okafor mensah ray fox roy`),
);

/** Ends of family names in many languages: -ova, -ski, -son, -ez, -yan. */
const familyEnd =
  /(ova|ova|eva|yev|yeva|sky|ski|ska|cki|enko|chuk|yan|ian|dze|shvili|sson|sen|son|dottir|ez|oglu|opoulos|idis|akis|escu|eanu|vic|wicz|bayev|zade|nejad)$|[^aeiou](ev|ov)$/;

export const isCommonGiven = (word: string): boolean => given.has(word);
export const isFamilyLike = (word: string): boolean => family.has(word) || familyEnd.test(word);
