import type { Lesson } from './course'

export const voiceLessons: Lesson[] = [
  {
    title: { uk: 'Голос — це інструмент, що втомлюється', en: 'The voice is an instrument that tires' },
    minutes: 6,
    body: {
      uk: `За зміну голос оператора звучить чотири-шість годин. За цей час голосові складки змикаються сотні тисяч разів. Це справжня робота мʼязів, і їй потрібні ті самі речі, що й будь-якій іншій: розминка, правильна техніка й відпочинок.

**Як він звучить**

Повітря з легень рухає складки, вони дають тон, а порожнини горла, рота й носа роблять із нього ваш голос. Сила голосу — від повітря, а не від горла. Хто тисне горлом, той утомлюється вдвічі швидше й чує від клієнтів «говоріть голосніше» частіше.

**Перевірте себе**

Покладіть долоню на живіт і скажіть: «Добрий день, мене звати…». Долоня має відчути рух ще до першого слова. Якщо піднялися плечі, а живіт нерухомий, ви говорите на «верхньому» диханні.

**Ознаки, що голос просить допомоги**

- хочеться відкашлятися перед кожною фразою;
- надвечір голос нижчий або хрипкий;
- стає важко говорити тихо;
- тягне або пече в горлі.

День-два після застуди чи святкування — буває. Якщо хрипота не минає **понад три тижні**, потрібен лікар. Якщо голос зник раптово або боляче говорити — одразу, і без очікування кінця зміни.`,
      en: `In a shift an operator's voice sounds for four to six hours, and the vocal folds close hundreds of thousands of times. That is real work of muscles, and it needs what any other needs: warming up, technique and rest.

**How it sounds**

Air from the lungs moves the folds, they give the tone, and the hollows of throat, mouth and nose make your voice of it. Strength comes from air, not from the throat. Whoever presses with the throat tires twice as fast and hears “speak up” more often.

**Check yourself**

Put a hand on your belly and say “Good afternoon, my name is…”. The hand should feel a movement before the first word. If the shoulders rose and the belly was still, you breathe high.

**Signs that the voice asks for help**

- you want to clear your throat before each phrase;
- towards evening the voice is lower or hoarse;
- it becomes hard to speak softly;
- the throat pulls or burns.

A day or two after a cold or a celebration is common. Hoarseness that lasts **more than three weeks** needs a doctor. If the voice went suddenly, or speaking hurts, go at once and do not wait for the end of the shift.`,
    },
  },
  {
    title: { uk: 'Розминка на пʼять хвилин', en: 'Five minutes of warming up' },
    minutes: 7,
    body: {
      uk: `Бігун не починає зі спринту. Перший дзвінок без розминки — спринт для голосу. Пʼять хвилин до зміни, можна дорогою, тихо.

1. **Плечі й шия, 1 хвилина.** Підніміть плечі до вух, затримайте на три секунди, скиньте. Повільно нахиліть голову до одного плеча, до другого. Не кружляйте головою.
2. **Дихання, 1 хвилина.** Вдих носом у живіт на три рахунки, видих на «с-с-с» на вісім. Плечі на місці.
3. **Мугикання, 1 хвилина.** «М-м-м» на зручній висоті, губи ледь зімкнено. Має лоскотати губи й ніс. Ковзайте вниз і вгору, ніби кажете «м-м-м?» і «м-м-м!».
4. **Трелі губами, 1 хвилина.** «Бр-р-р», як кінь. Якщо не виходить, легенько підтримайте щоки пальцями.
5. **Скоромовка, 1 хвилина.** Спершу повільно й перебільшено, рухаючи щелепою: «Бурі бобри брід перебрели». Потім у темпі розмови.

**Не варто**

- Кашляти, щоб «прочистити» горло: складки бʼються одна об одну. Краще ковтнути слини чи води або тихо помугикати.
- Шепотіти, коли сіло горло: напружений шепіт втомлює більше, ніж тиха звичайна мова.
- Перекрикувати зал. Краще підсуньте мікрофон на два пальці від кутика губ і попросіть сусіда говорити тихіше.`,
      en: `A runner does not begin with a sprint. A first call without warming up is a sprint for the voice. Five minutes before the shift, softly, on the way if you like.

1. **Shoulders and neck, 1 minute.** Lift the shoulders to the ears, hold for three seconds, drop them. Slowly lean the head to one shoulder, then the other. Do not roll it.
2. **Breath, 1 minute.** In through the nose into the belly for three, out on “s-s-s” for eight. The shoulders stay.
3. **Humming, 1 minute.** “M-m-m” at an easy height, lips just closed. It should tickle lips and nose. Slide down and up, as in “m-m-m?” and “m-m-m!”.
4. **Lip trills, 1 minute.** “Br-r-r” like a horse. If it does not work, support the cheeks lightly with your fingers.
5. **A tongue-twister, 1 minute.** First slowly and overdone, moving the jaw: “Red lorry, yellow lorry”. Then at the pace of talk.

**Better not**

- Coughing to “clear” the throat: the folds strike each other. Swallow, sip, or hum softly instead.
- Whispering when the voice is gone: a tense whisper tires more than soft ordinary speech.
- Shouting over the room. Move the microphone two fingers from the corner of your mouth and ask your neighbour to speak more softly.`,
    },
  },
  {
    title: { uk: 'Паузи, вода, гарнітура, повітря', en: 'Pauses, water, headset, air' },
    minutes: 6,
    body: {
      uk: `Найдешевші ліки для голосу — не говорити, коли можна не говорити.

**Мікропаузи.** Після кожних двох-трьох розмов десять секунд тиші: опустіть плечі, видихніть. За зміну це десять хвилин відпочинку, яких не видно в статистиці, а ввечері їх чутно.

**Перерва — теж для голосу.** Пʼятнадцять хвилин розмов по телефону з подругою складки не відрізнять від роботи. Хоч половину перерви проведіть мовчки.

**Вода.** Пийте потроху протягом зміни, кімнатної температури. Склянка поруч нагадує сама. Кава й чай не заборонені, але воду не замінюють. Мʼятні льодяники з ментолом сушать; якщо хочеться, беріть без нього.

**Гарнітура**

- Мікрофон за два пальці від кутика губ, не навпроти рота: не чути дихання й не треба підвищувати голос.
- Гучність у навушниках — найменша, за якої чутно все. Якщо людина поруч чує вашого клієнта, це занадто гучно.
- Міняйте вухо, якщо гарнітура на одне. Амбушури раз на зміну протріть.

**Повітря.** Сухе повітря взимку висушує горло. Зручно, коли вологість 40-60 %. Якщо сухо чи дме кондиціонер, скажіть: на сторінці робочого місця є кнопка «Повідомити про несправність», і це така сама несправність, як зламане крісло.`,
      en: `The cheapest medicine for a voice is not to speak when you need not.

**Micro-pauses.** After every two or three talks, ten seconds of silence: lower the shoulders, breathe out. In a shift that is ten minutes of rest which no statistics show, and which can be heard in the evening.

**A break is a break for the voice too.** The folds cannot tell fifteen minutes on the phone with a friend from work. Spend at least half of the break in silence.

**Water.** Drink a little at a time through the shift, at room temperature. A glass within reach reminds you by itself. Coffee and tea are not forbidden, but they do not replace water. Sweets with menthol dry the throat; if you want one, take it without.

**Headset**

- The microphone two fingers from the corner of the mouth, not in front of it: no breathing is heard and you need not raise your voice.
- The volume in your ears is the lowest at which you hear everything. If your neighbour hears your customer, it is too loud.
- Change ears if the headset has one side. Wipe the cushions once a shift.

**Air.** Dry winter air dries the throat. A humidity of 40-60 % is comfortable. If it is dry, or the air conditioning blows at you, say so: the page of your workplace has a button for a fault, and this is a fault like a broken chair.`,
    },
  },
  {
    title: { uk: 'Найкращий відпочинок — інше завдання', en: 'The best rest is another task' },
    minutes: 5,
    body: {
      uk: `Утомлюється не «людина взагалі», а те, що працювало. Після двох годин голосу відпочити може голос, навіть якщо ви відповідаєте в чаті. Після двох годин чату відпочивають очі й кисті, коли ви слухаєте розмови для оцінювання або вчитеся.

**Три види навантаження**

- **Голос:** дзвінки.
- **Очі й руки:** чат, пошта, заповнення карток.
- **Увага:** скарги, складні випадки, навчання новачка.

Чергуючи їх, ви втомлюєтеся повільніше, ніж роблячи одне з довгими перервами. На цьому стоїть ротація: план дня ставить після важкого голосового блоку щось, де голос мовчить. Подивіться свій день на сторінці «Ротація» й знайдіть, де він відпочиває.

**Що у ваших руках**

- Скажіть про побажання: що вам легше зранку, що надвечір. Їх враховують.
- Навчання в робочий час — теж відпочинок від дзвінків. Плануйте курс на час після складного блоку.
- Міняйтеся з колегами блоками, якщо голос сів: для цього не потрібна причина, потрібна згода й ті самі навички.

**І після роботи**

Сон відновлює голос краще за льодяники. Гучний бар після зміни — друга зміна для складок. Тиха прогулянка — ні.

> Домовтеся з собою про одну річ із цього курсу на тиждень. Одну, але щодня.`,
      en: `It is not “a person” that tires but what was working. After two hours of voice the voice can rest, even while you answer in chat. After two hours of chat eyes and hands rest while you listen to talks for review, or learn.

**Three kinds of load**

- **Voice:** calls.
- **Eyes and hands:** chat, mail, filling in cards.
- **Attention:** complaints, hard cases, teaching a newcomer.

Taking turns, you tire more slowly than doing one thing with long breaks. Rotation stands on this: after a hard block of voice the day's plan puts something in which the voice is silent. Look at your day on the page “Rotation” and find where it rests.

**What is in your hands**

- Say what you wish: what is easier for you in the morning, what towards evening. It is taken into account.
- Learning in working time is rest from calls too. Plan a course after a hard block.
- Swap blocks with colleagues when the voice is tired: that needs no reason, only consent and the same skills.

**And after work**

Sleep mends a voice better than sweets. A loud bar after the shift is a second shift for the folds. A quiet walk is not.

> Agree with yourself on one thing of this course for a week. One, but every day.`,
    },
  },
]
