import type { Lesson } from './course'

export const conflictLessons: Lesson[] = [
  {
    title: { uk: 'Чому людина сердиться', en: 'Why a person is angry' },
    minutes: 6,
    body: {
      uk: `Гнів — це не про вас. Людина сердиться на те, що сталося, на час, який втратила, і на безпорадність. Ви просто перший живий голос, який вона почула.

**Що стоїть за гнівом**

- **Страх.** «Гроші списали двічі, завтра оренда».
- **Приниження.** «Я третій раз розповідаю, ніхто не слухає».
- **Втрата контролю.** «Мені кажуть чекати, і я не знаю скільки».

Доки тіло в стані тривоги, людина погано чує аргументи. Правила, цитати з договору й «я вас розумію» скоромовкою роблять гірше: виходить, ми сперечаємося з почуттям. Спершу почуття, потім факт.

**Що відбувається з вами**

Серце бʼється швидше, хочеться захищатися або швидше закінчити. Це нормально. Допомагає видих, довший за вдих: чотири рахунки вдих, шість видих, двічі. Клієнт цього не почує, а голос стане нижчим і повільнішим. Темп розмови задає той, хто говорить повільніше.

**Скарга — це подарунок, який погано запаковано**

Більшість незадоволених не скаржиться, а просто йде. Той, хто скаржиться, витрачає свій час, щоб ми дізналися, де зламано. Запакувати міг би й краще, але всередині — те, чого не покаже жоден звіт.`,
      en: `Anger is not about you. A person is angry at what happened, at the time lost, and at being helpless. You are merely the first living voice that they hear.

**What stands behind anger**

- **Fear.** “I was charged twice and the rent is due tomorrow.”
- **Humiliation.** “I am telling it for the third time and nobody listens.”
- **Loss of control.** “I am told to wait, and nobody says how long.”

While the body is alarmed, a person hardly hears arguments. Rules, quotations from the contract and a quick “I understand” make it worse: we seem to argue with a feeling. First the feeling, then the fact.

**What happens to you**

The heart beats faster; you want to defend yourself or to get it over with. That is normal. What helps is to breathe out longer than in: in for four, out for six, twice. The customer does not hear it, but your voice becomes lower and slower. The pace of a talk is set by whoever speaks more slowly.

**A complaint is a gift, badly wrapped**

Most people who are unhappy do not complain, they leave. Whoever complains spends their own time to tell us what is broken. The wrapping could be better, but inside is what no report will show.`,
    },
  },
  {
    title: { uk: 'Чотири кроки', en: 'Four steps' },
    minutes: 8,
    body: {
      uk: `**1. Вислухати до крапки.** Не перебивайте, навіть якщо ви зрозуміли все з першої хвилини. Людина говорить не лише для того, щоб передати факти. Короткі звуки «так», «бачу» показують, що ви тут.

**2. Назвати.** Назвіть факт і почуття: «Ви чекали тиждень, вам двічі обіцяли передзвонити, і ніхто не подзвонив. Звісно, це дратує». Не «я вас розумію», бо це про вас, а не про людину. Якщо ми помилилися — вибачення одне, коротке й без «але».

**3. Запропонувати.** Два варіанти краще за один: вибір повертає контроль. «Можу оформити повернення зараз, гроші прийдуть за три дні, або надіслати заміну завтра. Як вам краще?» Якщо можете лише одне, скажіть, що саме й коли, без «спробуємо».

**4. Домовитися.** Повторіть обіцянку вголос і запишіть у картку. Обіцянку, якої немає в картці, для колеги не існує.

**Чого не робимо**

- Не шукаємо винних серед колег: для клієнта «доставка» і «контакт-центр» — одна компанія.
- Не доводимо, що помилився клієнт. Навіть якщо це правда, переможемо суперечку, а втратимо людину.
- Не обіцяємо чужого: знижку, яку дає лише керівник, дату, яку знає лише склад.

> Вправа. Згадайте останню важку розмову. Одним реченням назвіть факт і почуття, як у кроці 2. Якщо вийшло довше за двадцять слів, скоротіть.`,
      en: `**1. Hear them out.** Do not interrupt, even if you understood everything in the first minute. People speak not only to hand over facts. A short “yes” or “I see” shows that you are there.

**2. Name it.** Name the fact and the feeling: “You waited for a week, you were twice promised a call, and nobody called. Of course that is annoying.” Not “I understand”, which is about you. If the mistake was ours, one apology, short, and without a “but”.

**3. Offer.** Two ways are better than one: a choice gives control back. “I can start the refund now, the money comes in three days, or send a replacement tomorrow. Which is better for you?” If only one thing is possible, say what and when, without “we will try”.

**4. Agree.** Say the promise aloud and write it into the card. A promise that is not in the card does not exist for your colleague.

**What we do not do**

- We do not look for the guilty among colleagues: to a customer, “delivery” and “contact centre” are one company.
- We do not prove the customer wrong. Even if it is true, we win the argument and lose the person.
- We do not promise what is not ours: a discount that only a manager gives, a date that only the warehouse knows.

> Exercise. Remember your last hard talk. Name the fact and the feeling in one sentence, as in step 2. If it took more than twenty words, shorten it.`,
    },
  },
  {
    title: { uk: 'Межі: образи, погрози й передавання', en: 'Limits: insults, threats and handing over' },
    minutes: 6,
    body: {
      uk: `Терпіти сердиту людину — частина роботи. Терпіти образи — ні.

**Сердиться чи ображає**

«Ваша компанія мене обдурила!» — гнів, працюємо далі. «Ти тупа…» — образа. Різниця в тому, на що спрямовано слова: на ситуацію чи на вас.

**Три спокійні речення**

1. «Я хочу вам допомогти. Прошу говорити без образ, тоді ми закінчимо швидше».
2. «Якщо образи повторяться, я завершу розмову. Ви зможете зателефонувати пізніше або написати».
3. «Я завершую розмову. Ваше звернення записано під номером…».

Між реченнями — пауза, щоб людина встигла їх почути. Після завершення — запис у картці словами, якими було сказано, і повідомлення супервізорові. Вас не питатимуть, чому ви це зробили: межі затвердила компанія.

**Погроза** собі або іншим — завжди серйозно. Не сперечайтеся й не жартуйте, залишайтеся на лінії, покличте супервізора знаком або в чаті, дійте за інструкцією на такий випадок.

**Коли передавати далі**

Передаємо, коли потрібні повноваження, яких у вас немає, або коли людина втретє просить керівника. Перед тим скажіть колезі три речі: хто це, що сталося, що вже запропоновано. Клієнт не повинен починати спочатку. «Зараз переключу» без пояснень — не передавання, а втеча.`,
      en: `Bearing with an angry person is part of the work. Bearing insults is not.

**Angry or insulting**

“Your company cheated me!” is anger, we go on. “You stupid…” is an insult. The difference is where the words are aimed: at the situation, or at you.

**Three calm sentences**

1. “I want to help you. Please speak without insults, and we shall be done sooner.”
2. “If the insults go on, I will end the call. You can call later or write.”
3. “I am ending the call. Your case is recorded under number…”

Pause between the sentences, so that the person can hear them. Afterwards note in the card the words that were said, and tell your supervisor. Nobody will ask why you did it: these limits are the company's.

**A threat** to oneself or others is always serious. Do not argue or joke, stay on the line, call your supervisor by a sign or in the chat, and follow the procedure for it.

**When to hand over**

Hand over when it needs powers that you do not have, or when the person asks for a manager for the third time. First tell your colleague three things: who it is, what happened, what was offered. The customer must not begin again. “I will transfer you” without a word is not handing over, it is running away.`,
    },
  },
  {
    title: { uk: 'Після важкої розмови', en: 'After a hard talk' },
    minutes: 5,
    body: {
      uk: `Розмова закінчилася, а тіло ще в ній. Наступний клієнт не винен, що перед ним був хтось інший.

**Дві хвилини для себе**

- Встаньте, відведіть плечі, тричі видихніть довше, ніж вдихаєте.
- Ковток води.
- Одне речення для себе: «Що залежало від мене, зроблено» або «Наступного разу почну з назви почуття».

Якщо розмова була справді важкою, візьміть паузу, для неї є кнопка. Це не слабкість: після зриву якість наступних розмов падає у всіх.

**Запис**

Запишіть факти, а не оцінки. Не «істеричка вимагала неможливого», а «просила повернення після 14 днів, тричі підвищувала голос, запропоновано обмін, погодилася». Такий запис прочитає колега, а може, й сама людина: вона має на це право.

**Урок**

Якщо скаржаться на те саме втретє за тиждень, справа не в клієнтах. Подайте ідею: одне речення про те, що ламається, і одне про те, що могло б бути інакше. Найцінніші поліпшення в контакт-центрах приходять саме так.

**Поговоріть**

З наставником, із супервізором, із колегою. Розказана розмова важить менше. Якщо важкі дзвінки сняться або ви ловите себе на байдужості до всіх, скажіть про це: для таких днів є інші завдання й інші канали.`,
      en: `The talk is over, and the body is still in it. The next customer is not to blame for the one before.

**Two minutes for yourself**

- Stand up, draw the shoulders back, breathe out longer than in three times.
- A sip of water.
- One sentence for yourself: “I did what depended on me” or “Next time I will begin by naming the feeling”.

If the talk was really hard, take a pause; there is a button for it. It is no weakness: after such a talk everybody's next ones get worse.

**The note**

Write facts, not judgements. Not “a hysterical woman demanded the impossible” but “asked for a refund after 14 days, raised her voice three times, was offered an exchange, agreed”. A colleague will read it, perhaps the person too: they have a right to.

**The lesson**

If the same is complained of for the third time in a week, it is not the customers. Hand in an idea: one sentence about what breaks, one about what could be otherwise. The most valuable improvements in contact centres come just so.

**Talk**

To your mentor, your supervisor, a colleague. A talk that was told weighs less. If hard calls come back in your dreams, or you catch yourself not caring about anybody, say so: for such days there are other tasks and other channels.`,
    },
  },
]
