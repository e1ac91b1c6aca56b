import type { Lesson } from './course'

export const serviceLessons: Lesson[] = [
  {
    title: { uk: 'Навіщо нам телефонують', en: 'Why people contact us' },
    minutes: 6,
    body: {
      uk: `Ніхто не прокидається з думкою «сьогодні подзвоню в контакт-центр». До нас звертаються, коли щось заважає жити далі: не прийшла посилка, не зрозуміла сума, не відкривається застосунок. Звернення — це перерва в чийомусь дні. Наше завдання — зробити її короткою й корисною.

**Три обіцянки, які ми даємо кожному**

- **Мене чують.** Людина один раз розповідає, що сталося, і їй не доводиться повторювати.
- **Мені кажуть правду.** Якщо чогось не можна зробити, ми кажемо це одразу й пропонуємо те, що можна.
- **Це закінчиться.** Наприкінці розмови людина знає, що саме буде далі, хто це зробить і коли.

Помічайте, чого в цьому списку немає: там немає «клієнт завжди має рацію» і немає «розмова до трьох хвилин». Тривалість — наслідок. Розмова на пʼять хвилин, після якої не треба дзвонити вдруге, дешевша й приємніша за дві по три.

**Про що клієнт насправді питає**

За словами «де моє замовлення?» часто стоїть інше: «чи встигну я на день народження?». Перше запитання — про факт, друге — про потребу. Той, хто відповідає лише на перше, отримує ще один дзвінок.

> Спробуйте сьогодні: після відповіді на запитання додайте одне своє — «Для чого вам потрібно це знати саме зараз?». Порахуйте, скільки разів відповідь змінить ваше рішення.`,
      en: `Nobody wakes up thinking “today I will call a contact centre”. People reach us when something stops their day: a parcel has not come, a sum is unclear, an app will not open. A contact is a break in somebody's day. Our work is to make that break short and useful.

**Three promises that we make to everybody**

- **I am heard.** A person tells what happened once and does not have to repeat it.
- **I am told the truth.** If something cannot be done, we say so at once and offer what can.
- **This will end.** At the end of the talk the person knows what comes next, who does it and when.

Notice what the list leaves out: there is no “the customer is always right” and no “three minutes at most”. Length is a consequence. A talk of five minutes after which nobody needs to call again is cheaper and kinder than two of three.

**What the customer is really asking**

Behind “where is my order?” there often stands another question: “will it come before the birthday?”. The first is about a fact, the second about a need. Whoever answers only the first gets another call.

> Try it today: after answering, add one question of your own, “What do you need it for right now?”. Count how often the answer changes what you do.`,
    },
  },
  {
    title: { uk: 'Розмова від першого слова до останнього', en: 'A talk from its first word to its last' },
    minutes: 8,
    body: {
      uk: `Добра розмова має пʼять кроків. Їхній порядок важливіший за точні слова.

1. **Вітання.** Імʼя, компанія, готовність допомогти. Усмішка чутна: обличчя, що усміхається, змінює голос.
2. **Потреба.** Відкрите запитання («Що сталося?»), тиша, доки людина говорить, і переказ своїми словами: «Тобто посилка мала прийти вчора, а трекінг мовчить. Правильно?». Доки не пролунало «так», далі не йдемо.
3. **Дія.** Кажіть, що робите: «Дивлюся стан замовлення, це півхвилини». Мовчання довше за десять секунд здається людині вічністю, попереджене мовчання — роботою.
4. **Домовленість.** Хто, що, коли. «Сьогодні до 18:00 курʼєр зателефонує вам. Якщо ні — ось номер звернення, і ми почнемо не спочатку».
5. **Прощання.** Запитайте, чи все зрозуміло, подякуйте, дайте людині покласти слухавку першою.

**Утримання**

Перш ніж поставити на утримання, попросіть дозволу й назвіть час. Поверніться раніше, ніж обіцяли, навіть якщо відповіді ще немає. Дві короткі паузи з поясненням легші за одну довгу без нього.

**У чаті та пошті**

Кроки ті самі, але людина не чує голосу. Тому перше речення — про неї, а не про нас: не «Ваше звернення зареєстровано», а «Бачу, що гроші списано двічі, зараз розберемося». Одна думка — один абзац. Список, якщо кроків більше двох.`,
      en: `A good talk has five steps. Their order matters more than the exact words.

1. **Greeting.** Name, company, readiness to help. A smile can be heard: a smiling face changes the voice.
2. **Need.** An open question (“What happened?”), silence while the person speaks, and then the story in your own words: “So the parcel was due yesterday and tracking says nothing. Is that right?”. Until you have heard “yes”, go no further.
3. **Action.** Say what you do: “I am looking at the order, half a minute”. Silence longer than ten seconds feels endless; announced silence feels like work.
4. **Agreement.** Who, what, when. “The courier will call you today before 18:00. If not, here is the number of your case, and we shall not start from the beginning.”
5. **Farewell.** Ask whether everything is clear, say thank you, let the person hang up first.

**Putting on hold**

Before you put somebody on hold, ask and name the time. Come back sooner than you promised, even without an answer. Two short explained pauses are easier to bear than one long silent one.

**In chat and mail**

The steps are the same, but the person does not hear a voice. So the first sentence is about them, not about us: not “Your request has been registered” but “I see that you were charged twice, let us sort it out”. One thought, one paragraph. A list where there are more than two steps.`,
    },
  },
  {
    title: { uk: 'Слова, що допомагають, і слова, що шкодять', en: 'Words that help and words that hurt' },
    minutes: 6,
    body: {
      uk: `Одну й ту саму новину можна сказати так, що людина заспокоїться, або так, що попросить керівника.

**Замість «ні» — що можна**

- Не «Ми не повертаємо гроші після 14 днів», а «Після 14 днів можу запропонувати обмін або бонуси на рахунок. Що вам зручніше?»
- Не «Я не знаю», а «Зараз зʼясую. Це дві хвилини, почекаєте на лінії чи передзвонити?»
- Не «Це не до мене», а «Цим займається відділ доставки. Зʼєдную й передам їм, що ви вже розповіли».

**Слова, яких уникаємо**

- *«Заспокойтеся»* — ще нікого не заспокоїло.
- *«Проблема»* у кожному реченні: кажіть «питання», «ситуація» або назвіть річ на імʼя.
- *«Як правило», «має бути», «спробуємо»* — людина чує, що ви не впевнені.
- Зменшувальні слова: «хвилиночку», «договорчик», «карточка».

**Імʼя**

Звертайтеся на імʼя двічі: коли зрозуміли потребу й коли прощаєтеся. Частіше — схоже на скрипт. Кличний відмінок робить мову живою: «Олено», «Андрію», «пані Ірино».

**Прості слова**

Уявіть, що слухач їде в маршрутці. «Ідентифікатор транзакції» там не почують, «номер платежу» — почують. Якщо термін неминучий, поясніть його тим самим реченням.`,
      en: `The same news can be told so that a person calms down, or so that they ask for your manager.

**Instead of “no”, what is possible**

- Not “We do not refund after 14 days” but “After 14 days I can offer an exchange or credit on your account. Which suits you better?”
- Not “I don't know” but “I will find out. Two minutes: will you hold, or shall I call back?”
- Not “That is not my job” but “The delivery team does this. I will put you through and pass on what you have told me”.

**Words we avoid**

- *“Calm down”* has never calmed anybody.
- *“Problem”* in every sentence: call the thing by its name.
- *“Usually”, “it should”, “we will try”*: the person hears that you are not sure.
- Baby talk and slang of our own trade.

**The name**

Use the name twice: when you have understood the need, and when you say goodbye. More often sounds like a script.

**Plain words**

Imagine that the listener is on a bus. “Transaction identifier” is lost there, “payment number” is not. Where a term cannot be avoided, explain it in the same sentence.`,
    },
  },
  {
    title: {
      uk: 'Дані клієнта: що питати й чого не казати',
      en: 'Customer data: what to ask and what never to say',
    },
    minutes: 7,
    body: {
      uk: `Голос у слухавці — ще не клієнт. Перш ніж назвати баланс, адресу чи стан замовлення, переконайтеся, що говорите з власником.

**Перевірка**

- Ставте запитання, на які відповідає клієнт, а не ви. Не «Ви Марія Коваль з вулиці Садової?», а «Назвіть, будь ласка, адресу доставки».
- Не допомагайте вгадувати: «майже правильно» — це підказка.
- Не пройшов перевірку — не називаємо нічого, навіть якщо людина поспішає, сердиться або каже, що це її чоловік.

**Чого ми не питаємо ніколи**

- повний номер картки разом зі строком дії та трьома цифрами зі звороту (CVV);
- пароль, PIN-код, код з SMS.

Якщо клієнт сам починає диктувати CVV або код, зупиніть: «Цих цифр не називайте нікому, навіть мені». Якщо він надіслав їх у чат, позначте повідомлення для видалення за інструкцією й попросіть перевипустити картку.

**Екран і стіл**

Чужі дані не фотографуємо, не виписуємо на папірці, не обговорюємо в коридорі. Відходите від столу — блокуйте екран. Помилилися адресатом листа — скажіть про це одразу: година має значення, бо про витік доведеться повідомляти в строк.

**Чому це про повагу**

Людина дала нам адресу, щоб отримати посилку. Усе, що ми робимо з цією адресою понад те, — ми робимо без її дозволу.`,
      en: `A voice on the line is not yet the customer. Before you name a balance, an address or the state of an order, make sure that you speak with its owner.

**Checking**

- Ask what the customer answers, not what you answer. Not “Are you Maria Koval of Garden Street?” but “Please tell me the delivery address”.
- Do not help with guessing: “almost right” is a hint.
- Whoever does not pass the check is told nothing, even in a hurry, even angry, even a husband.

**What we never ask**

- a whole card number together with its expiry date and the three digits on the back (CVV);
- a password, a PIN, a code from a text message.

If a customer begins to dictate the CVV or a code, stop them: “Do not tell these digits to anybody, not even to me”. If they were sent in a chat, mark the message for deletion as the procedure says and ask the customer to have the card reissued.

**Screen and desk**

We do not photograph other people's data, copy it on paper or discuss it in the corridor. Leaving the desk, lock the screen. If you sent a letter to the wrong person, say so at once: hours matter, since a leak has to be reported in time.

**Why this is respect**

The person gave us an address to get a parcel. Whatever else we do with that address we do without their leave.`,
    },
  },
]
