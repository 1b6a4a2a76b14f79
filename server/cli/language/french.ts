/**
 * The terminal's messages in French. `{}` stands for the variable parts, in the same order in both languages. Apostrophes
 * and spaces are plain ASCII: some terminals cannot show the narrow space.
 */
export const FRENCH: [english: string, french: string][] = [
  // The file.
  [
    '{} is empty; write a first slide, such as "# My class"',
    '{} est vide ; écrivez une première diapositive, par exemple « # Mon cours »',
  ],
  [
    '{} is not a text; give a Markdown file, such as slides.md',
    "{} n'est pas un texte ; donnez un fichier Markdown, par exemple slides.md",
  ],
  [
    '{} is not written in UTF-8; save it as UTF-8 in your editor',
    "{} n'est pas en UTF-8 ; enregistrez-le en UTF-8 dans votre éditeur",
  ],
  ['{} is a folder; give the Markdown file inside it', "{} est un dossier ; donnez le fichier Markdown qu'il contient"],
  ['there is no file {}; check the name and the folder', "il n'y a pas de fichier {} ; vérifiez le nom et le dossier"],
  [
    'there is no file {}; check its name, or copy it beside the deck',
    "il n'y a pas de fichier {} ; vérifiez son nom, ou copiez-le à côté du diaporama",
  ],
  ['{} may not be read; change its permissions', '{} ne peut pas être lu ; changez ses droits'],
  [
    '{} is larger than 10 MB; keep pictures in files beside the deck',
    '{} dépasse 10 Mo ; gardez les images dans des fichiers à côté du diaporama',
  ],
  [
    '{} is not valid JSON and is left out; write {"key": "value"}',
    '{} n\'est pas du JSON valide et n\'est pas pris en compte ; écrivez {"clé": "valeur"}',
  ],
  [
    "there is no style sheet {} in the deck's folder; check the name, or copy it there",
    "il n'y a pas de feuille de style {} dans le dossier du diaporama ; vérifiez le nom, ou copiez-la là",
  ],
  [
    "there is no script {} in the deck's folder; check the name, or copy it there",
    "il n'y a pas de script {} dans le dossier du diaporama ; vérifiez le nom, ou copiez-le là",
  ],
  [
    "there is no preprocessor {} in the deck's folder; check the name, or copy it there",
    "il n'y a pas de préprocesseur {} dans le dossier du diaporama ; vérifiez le nom, ou copiez-le là",
  ],
  [
    'the scripts {} are left out; with --unsafe-scripts they run, on the screen only',
    "les scripts {} sont laissés de côté ; avec --unsafe-scripts ils s'exécutent, sur l'écran seulement",
  ],
  [
    '{} cannot be had; check the address, or copy the picture beside the deck',
    "{} est introuvable ; vérifiez l'adresse, ou copiez l'image à côté du diaporama",
  ],
  [
    '{} cannot be had and is left out; check the network, or copy the picture beside the deck',
    "{} est introuvable et n'est pas inclus ; vérifiez le réseau, ou copiez l'image à côté du diaporama",
  ],
  ['no slide shows {}', 'aucune diapositive ne montre {}'],
  // The front matter.
  [
    'the deck begins with ---, as front matter does; the first slide is read all the same, but take this line away',
    'le diaporama commence par ---, comme un en-tête YAML ; la première diapositive est lue malgré tout, mais enlevez cette ligne',
  ],
  [
    'the front matter cannot be read; write one "key: value" a line',
    "l'en-tête est illisible ; écrivez un « clé: valeur » par ligne",
  ],
  [
    'the front matter is not valid YAML: {}; write "key: value", with quotes around values that hold : or #',
    "l'en-tête n'est pas du YAML valide : {} ; écrivez « clé: valeur », avec des guillemets autour des valeurs qui contiennent : ou #",
  ],
  [
    '*{} means something else in YAML; put quotes around a value that begins with *',
    "*{} a un autre sens en YAML ; mettez des guillemets autour d'une valeur qui commence par *",
  ],
  [
    'the front matter is nested too deeply or repeats itself through aliases; write the values out',
    "l'en-tête est trop imbriqué ou se répète par des alias ; écrivez les valeurs en entier",
  ],
  [
    'the front matter is not a list of keys; write one "key: value" a line, or take the --- above away where the first slide begins',
    "l'en-tête n'est pas une liste de clés ; écrivez un « clé: valeur » par ligne, ou enlevez le --- du début si c'est la première diapositive",
  ],
  ['the key "{}" does nothing; did you mean {}?', 'la clé « {} » ne fait rien ; vouliez-vous dire {} ?'],
  ['the key "{}" does nothing', 'la clé « {} » ne fait rien'],
  ['the key "{}" is left out: it is for reveal-md', "la clé « {} » est sans effet ici : elle n'est que pour reveal-md"],
  [
    '{} is not a text and is left out; write {}: some text',
    "{} n'est pas un texte et n'est pas pris en compte ; écrivez {}: un texte",
  ],
  [
    '{} is no list of files and is left out; write {}: one.file,two.file',
    "{} n'est pas une liste de fichiers et n'est pas pris en compte ; écrivez {}: un.fichier,deux.fichier",
  ],
  [
    '"{}" is no language tag and is left out; write lang: en',
    "« {} » n'est pas un code de langue et n'est pas pris en compte ; écrivez lang: fr",
  ],
  [
    '"{}" is no duration and is left out; write duration: 3h20m',
    "« {} » n'est pas une durée et n'est pas pris en compte ; écrivez duration: 3h20m",
  ],
  [
    '"{}" is no kind of inbox, so messages are moderated; write inbox: moderated, open or off',
    "« {} » n'est pas un genre de messagerie, les messages sont donc modérés ; écrivez inbox: moderated, open ou off",
  ],
  [
    '"{}" is neither on nor off, so the pulse is on; write pulse: on or off',
    "« {} » n'est ni on ni off, le pouls est donc actif ; écrivez pulse: on ou off",
  ],
  [
    '"{}" is no identity and is left out; write identity: anonymous, nickname or name',
    "« {} » n'est pas une identité et n'est pas pris en compte ; écrivez identity: anonymous, nickname ou name",
  ],
  [
    '"{}" is no ranking and none is shown; write ranking: top3 or top10, or leave it out',
    "« {} » n'est pas un classement et aucun ne sera affiché ; écrivez ranking: top3 ou top10, ou enlevez-le",
  ],
  [
    'revealOptions is no mapping; write one indented "option: value" a line',
    "revealOptions n'est pas une liste d'options ; écrivez une « option: valeur » par ligne, en retrait",
  ],
  [
    'there is no {} "{}", so "{}" is shown; write the name of one that is installed',
    "il n'y a pas de {} « {} » ; « {} » est utilisé à la place ; écrivez un nom parmi ceux qui sont installés",
  ],
  // Slides.
  [
    'the deck is empty; write a first slide, such as "# My class"',
    'le diaporama est vide ; écrivez une première diapositive, par exemple « # Mon cours »',
  ],
  [
    'the deck has {} slides, more than {}; split it into several decks',
    'le diaporama a {} diapositives, plus de {} ; partagez-le en plusieurs',
  ],
  [
    'the slide is nested too deeply to be shown; write it flatter',
    'la diapositive est trop imbriquée pour être montrée ; simplifiez-la',
  ],
  [
    'the slide id "{}" is taken by a slide before; give this one another id',
    "l'id de diapositive « {} » est déjà pris plus haut ; donnez-en un autre à celle-ci",
  ],
  [
    'a separator matches the empty text; write one that matches a line, such as <!--s-->',
    'un séparateur correspond au texte vide ; écrivez-en un qui correspond à une ligne, par exemple <!--s-->',
  ],
  [
    '{} is not a regular expression: {}; put a \\ before each of ( ) [ ] * + ? that stands for itself',
    "{} n'est pas une expression régulière : {} ; mettez un \\ devant chaque ( ) [ ] * + ? pris pour lui-même",
  ],
  [
    '{} is on another site and is left out; copy the file beside the deck',
    "{} est sur un autre site et n'est pas inclus ; copiez le fichier à côté du diaporama",
  ],
  [
    "{} is outside the deck's folder and is left out; copy the file beside the deck",
    "{} est en dehors du dossier du diaporama et n'est pas inclus ; copiez le fichier à côté du diaporama",
  ],
  [
    '{} on <{}> is left out: it could run code; remove it',
    '{} sur <{}> est laissé de côté : cela pourrait exécuter du code ; enlevez-le',
  ],
  [
    'the script {} is left out; write it into the slide, or name it under scripts',
    'le script {} est laissé de côté ; écrivez-le dans la diapositive, ou nommez-le sous scripts',
  ],
  [
    '"{}" is read as maths; write <span>$</span> where you mean a dollar',
    '« {} » est lu comme une formule ; écrivez <span>$</span> pour un dollar',
  ],
  [
    'the formula {} is shown as it is written: {}; correct it, or write <span>$</span> where you mean a dollar',
    "la formule {} s'affiche telle qu'elle est écrite : {} ; corrigez-la, ou écrivez <span>$</span> pour un dollar",
  ],
  // What is lost.
  ['{} ends the slide here, in the code; {}', '{} termine ici la diapositive, au milieu du code ; {}'],
  [
    '{} makes notes of all that follows on this slide, though it stands in the code; {}',
    'avec {} tout ce qui suit sur cette diapositive devient des notes, bien que ce soit dans du code ; {}',
  ],
  [
    'write a space before it, or the code as <pre><code> with &#45; for its first -',
    'écrivez une espace devant, ou le code en <pre><code> avec &#45; pour son premier -',
  ],
  [
    'write accTitle: in the diagram for its title, and %%{init: …}%% for its settings',
    'écrivez accTitle: dans le diagramme pour son titre, et %%{init: …}%% pour ses réglages',
  ],
  [
    'the code that begins here has no end; write ``` on a line of its own below it',
    "le code qui commence ici n'a pas de fin ; écrivez ``` seul sur une ligne au-dessous",
  ],
  [
    'there is a space behind the dashes, so that no slide begins here; take it away',
    'il y a une espace après les tirets, donc aucune diapositive ne commence ici ; enlevez-la',
  ],
  [
    'the picture "{}" has a space in its address and is shown as text; write {}',
    "l'adresse de l'image « {} » contient une espace et s'affiche comme du texte ; écrivez {}",
  ],
  [
    'the link "{}" has a space in its address and is shown as text; write {}',
    "l'adresse du lien « {} » contient une espace et s'affiche comme du texte ; écrivez {}",
  ],
  [
    'Markdown changes the formula {} before it is read; write back-ticks around it: {}',
    "Markdown modifie la formule {} avant qu'elle soit lue ; entourez-la d'accents graves : {}",
  ],
  [
    'the diagram cannot be drawn: {}; correct it, or try it out on mermaid.live',
    'le diagramme ne peut pas être dessiné : {} ; corrigez-le, ou essayez-le sur mermaid.live',
  ],
  ['something is missing at the end of "{}"', 'il manque quelque chose à la fin de « {} »'],
  ['there is something wrong in "{}"', 'il y a une erreur dans « {} »'],
  ['Mermaid knows no kind of diagram of that name', 'Mermaid ne connaît pas ce genre de diagramme'],
  ['{} does nothing; did you mean {}?', '{} ne fait rien ; vouliez-vous dire {} ?'],
  [
    'this comment sets nothing; write {}, with the dot and the colon',
    'ce commentaire ne règle rien ; écrivez {}, avec le point et les deux-points',
  ],
  ['there is no slide {}; give one the name with {}', "il n'y a pas de diapositive {} ; donnez-lui ce nom avec {}"],
  ['line {} is pointed out, and the code has {} lines', 'la ligne {} est mise en avant, et le code a {} lignes'],
  ['line {} is pointed out, and the code has {} line', 'la ligne {} est mise en avant, et le code a {} ligne'],
  // Questions.
  [
    'the question has no choices; write each as "- [ ] wrong" or "- [x] right"',
    "la question n'a pas de choix ; écrivez chacun comme « - [ ] faux » ou « - [x] juste »",
  ],
  [
    'the question has no right answer to mark; write "- [x]" before it, or leave data-scoring out',
    "la question n'a pas de bonne réponse à noter ; écrivez « - [x] » devant, ou enlevez data-scoring",
  ],
  [
    'the question has no text; write it as a heading above the answers, such as "### Which one?"',
    "la question n'a pas de texte ; écrivez-le en titre au-dessus des réponses, par exemple « ### Lequel ? »",
  ],
  [
    'the question id "{}" is taken by the question on line {}; give this one {}',
    "l'id « {} » est déjà celui de la question de la ligne {} ; donnez à celle-ci {}",
  ],
  ['the question has {} choice; write at least {}', 'la question a {} choix ; écrivez-en au moins {}'],
  ['the question has {} choices; keep at most {}', 'la question a {} choix ; gardez-en au plus {}'],
  ['the question has {} entries; keep at most {}', 'la question a {} réponses ; gardez-en au plus {}'],
  [
    'the slide has two task lists; keep one, and indent the quotes inside it by two spaces',
    'la diapositive a deux listes à cocher ; gardez-en une, et mettez ses citations en retrait de deux espaces',
  ],
  ['the choice is empty; write its text after the [ ]', 'le choix est vide ; écrivez son texte après le [ ]'],
  [
    'the choice has no box; begin it with "- [ ]" or, when it is right, "- [x]"',
    "le choix n'a pas de case ; commencez-le par « - [ ] » ou, s'il est juste, « - [x] »",
  ],
  [
    'the choice holds another task list; write all choices in one list, without indentation',
    'le choix contient une autre liste à cocher ; écrivez tous les choix dans une seule liste, sans retrait',
  ],
  [
    'a line looks as if it began with a box; write "- [ ] " or "- [x] ", with the spaces',
    'une ligne semble commencer par une case ; écrivez « - [ ] » ou « - [x] », avec les espaces',
  ],
  [
    'no entry is right; mark those that are with "- [x]", or take the list away to accept any answer',
    "aucune réponse n'est juste ; marquez les bonnes par « - [x] », ou enlevez la liste pour tout accepter",
  ],
  ['the entry is empty; write the answer after the [ ]', 'la réponse est vide ; écrivez-la après le [ ]'],
  [
    'the entry is no number; write it such as "- [x] 3.14", "- [x] 3.14 ± 0.01" or "- [x] 3.14 ± 5%"',
    "la réponse n'est pas un nombre ; écrivez par exemple « - [x] 3.14 », « - [x] 3.14 ± 0.01 » ou « - [x] 3.14 ± 5% »",
  ],
  [
    'the number has something after it; put the unit into the question, and write the number alone, such as "- [x] 3.14 ± 0.01"',
    "le nombre est suivi d'autre chose ; mettez l'unité dans la question, et le nombre seul, par exemple « - [x] 3.14 ± 0.01 »",
  ],
  [
    'the number is too large to be answered exactly; ask for it in a larger unit',
    'le nombre est trop grand pour une réponse exacte ; demandez-le dans une unité plus grande',
  ],
  [
    '"{}" is no kind of question; write data-qcm alone for choices, or {}',
    "« {} » n'est pas un genre de question ; écrivez data-qcm seul pour des choix, ou {}",
  ],
  [
    '"{}" is no id for a question; write one word, such as data-id="docker-ps"',
    '« {} » n\'est pas un id de question ; écrivez un seul mot, par exemple data-id="docker-ps"',
  ],
  ['"{}" is no duration; write {}', "« {} » n'est pas une durée ; écrivez {}"],
  ['data-duration={}, {} or {}', 'data-duration={}, {} ou {}'],
  ['data-timer={}, {} or {}', 'data-timer={}, {} ou {}'],
  ['"{}" is no number of points; write {}', "« {} » n'est pas un nombre de points ; écrivez {}"],
  ['"{}" is no scoring; write {}', "« {} » n'est pas un barème connu ; écrivez {}"],
  [
    '"{}" is no mark; write b, m, e, v or p with a number: {}',
    "« {} » n'est pas un paramètre de barème ; écrivez b, m, e, v ou p avec un nombre : {}",
  ],
  ['"{}" is no kind of segment; did you mean {}?', "« {} » n'est pas un genre de séquence ; vouliez-vous dire {} ?"],
  ['"{}" is no kind of segment; write {}', "« {} » n'est pas un genre de séquence ; écrivez {}"],
  [
    '"{}" is no pace; write data-pace="class" to keep all on your slide, or "self"',
    '« {} » n\'est pas un rythme ; écrivez data-pace="class" pour que tous suivent votre diapositive, ou "self"',
  ],
  [
    'the segments take {}, and the class {}; write duration: {}, or change a data-duration',
    'les séquences prennent {}, et le cours {} ; écrivez duration: {}, ou changez un data-duration',
  ],
  [
    'the quiz has no questions; mark each slide that asks one with data-qcm',
    "le quiz n'a pas de question ; marquez de data-qcm chaque diapositive qui en pose une",
  ],
  [
    'the break has no length, so that no countdown begins; write {}',
    "la pause n'a pas de durée, et aucun compte à rebours ne commence ; écrivez {}",
  ],
  [
    'the workshop has no tasks to tick off; begin what is to be done with {}',
    "l'atelier n'a pas de tâche à cocher ; commencez ce qui est à faire par {}",
  ],
  // Tasks and hints.
  [
    'the task id "{}" is taken by the task on line {}; give this one {}',
    "l'identifiant de tâche « {} » est pris par la tâche de la ligne {} ; donnez à celle-ci {}",
  ],
  [
    '"{}" is no id for a task; write one word, such as {}',
    "« {} » ne peut pas être l'identifiant d'une tâche ; écrivez un seul mot, par exemple {}",
  ],
  [
    'the hint stands under no task of a workshop and is left out; indent it under an item that begins with {}',
    "l'indice n'est sous aucune tâche d'un atelier et n'est pas montré ; mettez-le en retrait sous un élément qui commence par {}",
  ],
  [
    'the quote is shown to all, as its item is no task; for a hint, begin the item with {}',
    "la citation est visible de tous, car son élément n'est pas une tâche ; pour un indice, commencez l'élément par {}",
  ],
  [
    'the quote is shown to all, as it stands below the list; for a hint, {}',
    'la citation est visible de tous, car elle est sous la liste ; pour un indice, {}',
  ],
  [
    'the quote is indented too far and is left out; for a hint, {}',
    "la citation a trop de retrait et n'est pas montrée ; pour un indice, {}",
  ],
  ['indent it as far as the text of its task', 'donnez-lui le retrait du texte de sa tâche'],
  [
    'data-hint does nothing here; write it on a line of its own below the quote, indented as the quote is',
    "data-hint ne fait rien ici ; écrivez-le seul sur une ligne sous la citation, avec le même retrait qu'elle",
  ],
  [
    'this looks like a task and is none; write {} with the spaces, and what is to be done',
    "ceci ressemble à une tâche et n'en est pas une ; écrivez {} avec les espaces, et ce qui est à faire",
  ],
  [
    'a diagram in a hint is shown as its text; put a picture of it beside the deck, and write {}',
    'un diagramme dans un indice est montré comme texte ; mettez-en une image à côté du diaporama, et écrivez {}',
  ],
  [
    '<script> is left out of the hint, where none runs; remove it',
    "<script> est laissé de côté dans l'indice, où aucun script ne s'exécute ; enlevez-le",
  ],
  [
    '{}, or leave it out for a hint that you give yourself',
    '{}, ou enlevez-le pour un indice que vous donnez vous-même',
  ],
  [
    '{} does nothing on a slide that asks nothing; add data-qcm',
    '{} ne fait rien sur une diapositive sans question ; ajoutez data-qcm',
  ],
  [
    '{} does nothing without a segment; add data-segment="talk"',
    '{} ne fait rien sans séquence ; ajoutez data-segment="talk"',
  ],
  [
    'data-bareme does nothing without its scoring; add data-scoring="amc", or leave it out',
    'data-bareme ne fait rien sans son barème ; ajoutez data-scoring="amc", ou enlevez-le',
  ],
  [
    'the questions take {}, and the segment has {}; write {} or more, or give them less data-time',
    'les questions prennent {}, et la séquence a {} ; écrivez {} ou plus, ou donnez-leur moins de data-time',
  ],
  ['another data-id', 'un autre data-id'],
  ['a data-id of its own', 'un data-id qui lui soit propre'],
  [
    'they are counted from 1, whatever the first number is',
    'elles se comptent à partir de 1, quel que soit le premier numéro',
  ],
  [
    'line {} is pointed out, and the code has {} lines; {}',
    'la ligne {} est mise en avant, et le code a {} lignes ; {}',
  ],
  ['line {} is pointed out, and the code has {} line; {}', 'la ligne {} est mise en avant, et le code a {} ligne ; {}'],
  [
    '{} is for scales; write data-qcm="scale" or leave it out',
    '{} est pour les échelles ; écrivez data-qcm="scale" ou enlevez-le',
  ],
  [
    'data-scoring="{}" is for choices and orders; write data-scoring="all" or leave it out',
    'data-scoring="{}" est pour les choix et les ordres ; écrivez data-scoring="all" ou enlevez-le',
  ],
  [
    'data-scoring="{}" is for choices; write data-scoring="all" or leave it out',
    'data-scoring="{}" est pour les choix ; écrivez data-scoring="all" ou enlevez-le',
  ],
  ['{} is for choices; leave it out', '{} est pour les choix ; enlevez-le'],
  [
    'a comma before three digits may part thousands or decimals; {}',
    'une virgule devant trois chiffres peut séparer des milliers ou des décimales ; {}',
  ],
  [
    'a point before three digits may part thousands or decimals; {}',
    'un point devant trois chiffres peut séparer des milliers ou des décimales ; {}',
  ],
  ['write "- [x] 1500" or "- [x] 1.500"', 'écrivez « - [x] 1500 » ou « - [x] 1.500 »'],
  ['write "- [x] 1500" or "- [x] 1,500"', 'écrivez « - [x] 1500 » ou « - [x] 1,500 »'],
  [
    'the entry has no box; begin it with "- [x]" or, for an answer to comment on, "- [ ]"',
    "la réponse n'a pas de case ; commencez-la par « - [x] » ou, pour une réponse à commenter, « - [ ] »",
  ],
  [
    'the entry holds another list; write one answer a line, and in back-ticks what begins with a sign',
    'la réponse contient une autre liste ; écrivez une réponse par ligne, et entre accents graves ce qui commence par un signe',
  ],
  [
    'the text is longer than an answer may be; write at most {} characters',
    "le texte est plus long qu'une réponse ne peut l'être ; écrivez au plus {} caractères",
  ],
  [
    'the list has no boxes; write each accepted answer as "{}", or take the list away to accept any',
    "la liste n'a pas de cases ; écrivez chaque réponse acceptée comme « {} », ou enlevez la liste pour tout accepter",
  ],
  [
    'the answer is wrong here and right elsewhere, as case, accents, spaces and a final full stop do not count; keep one of the two',
    "la réponse est fausse ici et juste ailleurs, car majuscules, accents, espaces et point final ne comptent pas ; gardez l'une des deux",
  ],
  [
    'words that people think of have no list of answers; take it away, or write data-qcm="text"',
    'un nuage de mots n\'a pas de liste de réponses ; enlevez-la, ou écrivez data-qcm="text"',
  ],
  ['"{}" is no whole number; write {}', "« {} » n'est pas un nombre entier ; écrivez {}"],
  [
    'a scale has no right answer and no list; take it away, and name the steps with {}',
    "une échelle n'a ni bonne réponse ni liste ; enlevez-la, et nommez les degrés avec {}",
  ],
  [
    'the scale runs from {} to {}; write a data-min that is less than data-max',
    "l'échelle va de {} à {} ; écrivez un data-min plus petit que data-max",
  ],
  [
    'the scale has {} steps; keep at most {}, such as {}',
    "l'échelle a {} degrés ; gardez-en au plus {}, par exemple {}",
  ],
  [
    'a label is empty or too long; write up to {} characters each: {}',
    'un nom de degré est vide ou trop long ; écrivez au plus {} caractères pour chacun : {}',
  ],
  [
    '{} labels do not fit {} steps; write 2 for the ends, 3 with the middle, or {}: {}',
    '{} noms ne conviennent pas à {} degrés ; écrivez-en 2 pour les bouts, 3 avec le milieu, ou {} : {}',
  ],
  ['items to put in order have no boxes; {}, without [ ]', "les éléments à ordonner n'ont pas de cases ; {}, sans [ ]"],
  [
    'write "1. first", "2. second", … in the right order',
    'écrivez « 1. premier », « 2. deuxième », … dans le bon ordre',
  ],
  [
    'the items of an order are always shuffled; leave it out',
    'les éléments à ordonner sont toujours mélangés ; enlevez-le',
  ],
  [
    'the question has no numbered list of items to put in order; {}',
    "la question n'a pas de liste numérotée à ordonner ; {}",
  ],
  [
    'the question has {} item to put in order; write {} to {}',
    'la question a {} élément à ordonner ; écrivez-en de {} à {}',
  ],
  [
    'the question has {} items to put in order; write {} to {}',
    'la question a {} éléments à ordonner ; écrivez-en de {} à {}',
  ],
  [
    'the question has no items to put in order; write {} to {}',
    "la question n'a pas d'élément à ordonner ; écrivez-en de {} à {}",
  ],
  [
    'an item to put in order has no feedback of its own; write a quote after the list, without indentation',
    'un élément à ordonner ne peut pas avoir son propre commentaire ; écrivez une citation après la liste, sans retrait',
  ],
  [
    'the item holds another list; write all items in one list, without indentation',
    "l'élément contient une autre liste ; écrivez tous les éléments dans une seule liste, sans retrait",
  ],
  [
    'the item stands twice in the list, and only one of the two places would be right; tell them apart',
    "l'élément figure deux fois dans la liste, et une seule des deux places serait juste ; distinguez-les",
  ],
  ['the item is empty; write its text after the number', "l'élément est vide ; écrivez son texte après le numéro"],
  [
    'the slide has two numbered lists; keep one, and {}',
    'la diapositive a deux listes numérotées ; gardez-en une, et {}',
  ],
  ['"{}" stands twice; write each letter once: {}', '« {} » est écrit deux fois ; écrivez chaque lettre une fois : {}'],
  [
    '<{}> is left out; use <img>, <video> or <iframe> instead',
    '<{}> est laissé de côté ; utilisez plutôt <img>, <video> ou <iframe>',
  ],
]
