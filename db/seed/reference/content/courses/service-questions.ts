import { ask } from './course'

export const serviceQuestions = [
  ask(
    'single',
    [
      'Клієнтка питає: «Де моє замовлення?» Що зробити одразу після відповіді?',
      'A customer asks: “Where is my order?” What do you do right after answering?',
    ],
    [
      '*Запитати, для чого це потрібно саме зараз\nПопрощатися, бо на запитання відповіли\nЗапропонувати ще один товар\nПовторити відповідь повільніше',
      '*Ask what she needs it for right now\nSay goodbye, as the question is answered\nOffer one more product\nRepeat the answer more slowly',
    ],
    [
      'За фактом часто стоїть потреба. Відповідь на саму потребу рятує від другого дзвінка.',
      'Behind a fact there often stands a need. Answering the need saves a second call.',
    ],
  ),
  ask(
    'ordering',
    ['Розставте кроки розмови.', 'Put the steps of a talk in order.'],
    [
      'Вітання\nПотреба, переказана своїми словами\nДія вголос\nДомовленість: хто, що, коли\nПрощання',
      'Greeting\nThe need, told in your own words\nAction, said aloud\nAgreement: who, what, when\nFarewell',
    ],
    [
      'Доки клієнт не підтвердив потребу, дія може бути не тією, а домовленість без дії порожня.',
      'Until the customer confirms the need, the action may be the wrong one; an agreement without action is empty.',
    ],
  ),
  ask(
    'multiple',
    [
      'Що з цього ми обіцяємо кожному, хто звернувся?',
      'Which of these do we promise to everybody who contacts us?',
    ],
    [
      '*Розповісти про подію доведеться один раз\n*Якщо чогось не можна, скажемо одразу\nРозмова триватиме до трьох хвилин\n*Наприкінці буде відомо, що далі\nКлієнт завжди матиме рацію',
      '*The story needs to be told once\n*If something cannot be done, we say so at once\nThe talk will take three minutes at most\n*At the end it is known what comes next\nThe customer will always be right',
    ],
    [
      'Тривалість — наслідок, а не обіцянка. І правду ми кажемо навіть тоді, коли вона не на користь клієнта.',
      'Length is a consequence, not a promise. And we tell the truth even where it is not in the customer’s favour.',
    ],
  ),
  ask(
    'single',
    [
      'Пошук відповіді затягнувся, а клієнт на утриманні вже півтори хвилини. Що робити?',
      'The search takes long, and the customer has been on hold for a minute and a half. What do you do?',
    ],
    [
      '*Повернутися, сказати, що ще шукаєте, і запропонувати: почекати чи передзвонити\nДошукати, бо відповідь важливіша за паузу\nПокласти слухавку й передзвонити пізніше\nПеревести дзвінок на керівника',
      '*Come back, say that you are still looking, and offer to hold or to call back\nFinish the search: the answer matters more than the pause\nHang up and call back later\nPut the call through to a manager',
    ],
    [
      'Дві короткі пояснені паузи легші за одну довгу.',
      'Two short explained pauses are easier to bear than one long one.',
    ],
  ),
  ask(
    'single',
    [
      'Яка відповідь найкраща, коли повернути гроші вже не можна?',
      'Which answer is best when a refund is no longer possible?',
    ],
    [
      '«На жаль, ми не повертаємо гроші після 14 днів»\n«Це не до мене, зверніться до бухгалтерії»\n*«Після 14 днів можу запропонувати обмін або бонуси. Що вам зручніше?»\n«Заспокойтеся, такі правила для всіх»',
      '“Unfortunately we do not refund after 14 days”\n“That is not my job, ask the accountants”\n*“After 14 days I can offer an exchange or credit. Which suits you better?”\n“Calm down, the rules are the same for all”',
    ],
    [
      'Кажемо правду й одразу те, що можна. Вибір повертає людині відчуття, що вона щось вирішує.',
      'We tell the truth and, at once, what is possible. A choice gives the person back a say.',
    ],
  ),
  ask(
    'multiple',
    ['Яких даних ми не питаємо ніколи?', 'Which data do we never ask for?'],
    [
      '*Три цифри зі звороту картки\n*Код із SMS\nНомер замовлення\n*Пароль від застосунку\nАдресу доставки, яку називає сам клієнт',
      '*The three digits on the back of the card\n*The code from a text message\nThe order number\n*The password of the app\nThe delivery address, told by the customer',
    ],
    [
      'Номер замовлення й адреса потрібні, щоб знайти справу й перевірити власника. Решта відчиняє двері до грошей.',
      'The order number and the address help to find the case and check its owner. The rest opens the door to money.',
    ],
  ),
  ask(
    'single',
    [
      'Чоловік просить назвати баланс дружини: вона поруч і зайнята дитиною. Перевірку він не пройшов. Що робите?',
      'A man asks for his wife’s balance: she is near and busy with a child. He has not passed the check. What do you do?',
    ],
    [
      'Називаєте, бо чути, що вона поруч\nНазиваєте лише суму без копійок\n*Пропонуєте, щоб дружина взяла слухавку або зателефонувала пізніше\nПросите продиктувати її пароль',
      'Name it, since she can be heard\nName the sum without the pence\n*Offer that the wife takes the phone or calls later\nAsk him to dictate her password',
    ],
    [
      'Хто не пройшов перевірку, тому не називаємо нічого, але кажемо, як це зробити правильно.',
      'Whoever has not passed the check is told nothing, but is told how to do it properly.',
    ],
  ),
  ask(
    'single',
    ['Як правильно перевірити клієнта?', 'What is the right way to check a customer?'],
    [
      '«Ви Марія Коваль з вулиці Садової?»\n*«Назвіть, будь ласка, адресу доставки»\n«Адреса починається на С, правильно?»\n«Я вас впізнаю за голосом»',
      '“Are you Maria Koval of Garden Street?”\n*“Please tell me the delivery address”\n“The address begins with G, right?”\n“I know your voice”',
    ],
    [
      'Відповідає клієнт, а не оператор, і жодних підказок.',
      'The customer answers, not the operator, and there are no hints.',
    ],
  ),
  ask(
    'text',
    [
      'Переказати почуте своїми словами потрібно, доки клієнт не скаже одне коротке слово. Яке?',
      'You tell what you heard in your own words until the customer says one short word. Which?',
    ],
    ['так', 'yes'],
    [
      '«Так» означає, що потребу зрозуміло. Без нього дія навмання.',
      '“Yes” means that the need is understood. Without it, action is a guess.',
    ],
  ),
  ask(
    'single',
    [
      'Перше речення відповіді в чаті найкраще починати…',
      'The first sentence of an answer in chat best begins…',
    ],
    [
      'з номера звернення\nз подяки за звернення\n*з того, що сталося з людиною\nз посилання на правила',
      'with the number of the case\nwith thanks for writing\n*with what happened to the person\nwith a link to the rules',
    ],
    [
      'У тексті не чути голосу, тож саме перше речення показує, що вас почули.',
      'A text has no voice, so its first sentence shows that the person was heard.',
    ],
  ),
]
