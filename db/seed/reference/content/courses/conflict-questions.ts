import { ask } from './course'

export const conflictQuestions = [
  ask(
    'ordering',
    ['Розставте чотири кроки роботи зі скаргою.', 'Put the four steps of a complaint in order.'],
    [
      'Вислухати до крапки\nНазвати факт і почуття\nЗапропонувати вибір\nДомовитися й записати',
      'Hear the person out\nName the fact and the feeling\nOffer a choice\nAgree and write it down',
    ],
    [
      'Пропозиція до того, як людину почули, звучить як спроба здихатися.',
      'An offer made before the person was heard sounds like getting rid of them.',
    ],
  ),
  ask(
    'single',
    ['Що сказати на кроці «назвати»?', 'What do you say at the step “name it”?'],
    [
      '«Я вас розумію, але такі правила»\n*«Ви чекали тиждень, а вам двічі не передзвонили. Звісно, це дратує»\n«Заспокойтеся, зараз розберемося»\n«Це помилка служби доставки, не наша»',
      '“I understand, but such are the rules”\n*“You waited for a week and twice nobody called back. Of course that is annoying”\n“Calm down, we will sort it out”\n“That is delivery’s mistake, not ours”',
    ],
    [
      'Факт і почуття, без «але», без «я» і без винних.',
      'The fact and the feeling, without “but”, without “I”, and without the guilty.',
    ],
  ),
  ask(
    'multiple',
    ['Що зазвичай стоїть за гнівом клієнта?', 'What usually stands behind a customer’s anger?'],
    [
      '*Страх щось утратити\n*Приниження, бо не чують\nБажання образити саме вас\n*Втрата контролю над тим, що буде далі',
      '*Fear of losing something\n*Humiliation at not being heard\nA wish to hurt you of all people\n*Loss of control over what comes next',
    ],
    [
      'Людина сердиться на ситуацію; ви перший живий голос у ній.',
      'People are angry at the situation; you are the first living voice in it.',
    ],
  ),
  ask(
    'single',
    [
      'Клієнт кричить: «Ваша компанія мене обдурила!» Це…',
      'A customer shouts: “Your company cheated me!” This is…',
    ],
    [
      'образа, попереджаю, що завершу розмову\n*гнів щодо ситуації, слухаю далі\nпогроза, кличу супервізора\nпривід зʼєднати з керівником',
      'an insult, I warn that I will end the call\n*anger at the situation, I go on listening\na threat, I call the supervisor\na reason to put through to a manager',
    ],
    ['Слова спрямовано на ситуацію, а не на вас.', 'The words are aimed at the situation, not at you.'],
  ),
  ask(
    'ordering',
    [
      'Клієнт ображає вас особисто. У якому порядку говорити?',
      'A customer insults you personally. In which order do you speak?',
    ],
    [
      '«Прошу говорити без образ, тоді ми закінчимо швидше»\n«Якщо образи повторяться, я завершу розмову»\n«Я завершую розмову. Звернення записано»',
      '“Please speak without insults, and we shall be done sooner”\n“If the insults go on, I will end the call”\n“I am ending the call. Your case is recorded”',
    ],
    [
      'Прохання, попередження, завершення, і між ними пауза.',
      'A request, a warning, the end, with a pause between them.',
    ],
  ),
  ask(
    'multiple',
    ['Що сказати колезі, передаючи розмову?', 'What do you tell a colleague when you hand a talk over?'],
    [
      '*Хто звернувся\n*Що сталося\n*Що вже запропоновано\nЩо ви думаєте про вдачу клієнта',
      '*Who it is\n*What happened\n*What was offered\nWhat you think of the customer’s temper',
    ],
    [
      'Клієнт не має починати спочатку, а колега має прийти без упередження.',
      'The customer must not begin again, and the colleague should come without prejudice.',
    ],
  ),
  ask(
    'single',
    ['Який запис у картці правильний?', 'Which note in the card is right?'],
    [
      '«Істеричка вимагала неможливого»\n«Усе як завжди»\n*«Просила повернення після 14 днів, запропоновано обмін, погодилася»\n«Складний клієнт, обережно»',
      '“A hysterical woman demanded the impossible”\n“The usual”\n*“Asked for a refund after 14 days, was offered an exchange, agreed”\n“Difficult customer, beware”',
    ],
    [
      'Факти, а не оцінки: запис прочитають колеги, а може, й сама людина.',
      'Facts, not judgements: colleagues will read it, perhaps the person too.',
    ],
  ),
  ask(
    'single',
    ['Чому два варіанти кращі за один?', 'Why are two options better than one?'],
    [
      'Розмова триває довше\n*Вибір повертає людині контроль\nТак легше відмовити\nЦе вимога скрипту',
      'The talk takes longer\n*A choice gives the person control back\nIt is easier to refuse so\nThe script says so',
    ],
    ['Безпорадність живить гнів; вибір її зменшує.', 'Helplessness feeds anger; a choice makes it less.'],
  ),
  ask(
    'single',
    [
      'На те саме скаржаться втретє за тиждень. Що зробити насамперед?',
      'The same is complained of for the third time in a week. What do you do first?',
    ],
    [
      'Чекати, доки помітять у звітах\n*Подати ідею: що ламається і що могло б бути інакше\nПопередити клієнтів, що так буває\nПросити іншу зміну',
      'Wait until the reports show it\n*Hand in an idea: what breaks and what could be otherwise\nTell customers that it happens\nAsk for another shift',
    ],
    ['Ви бачите це раніше за всі звіти.', 'You see it before any report does.'],
  ),
  ask(
    'multiple',
    ['Що допомагає відновитися після важкої розмови?', 'What helps to recover after a hard talk?'],
    [
      '*Видих, довший за вдих\n*Кілька слів наставникові чи колезі\nОдразу взяти наступний дзвінок, щоб відволіктися\n*Коротка пауза',
      '*Breathing out longer than in\n*A few words with a mentor or colleague\nTaking the next call at once, as a distraction\n*A short pause',
    ],
    [
      'Наступний клієнт не винен, що перед ним був хтось інший.',
      'The next customer is not to blame for the one before.',
    ],
  ),
]
