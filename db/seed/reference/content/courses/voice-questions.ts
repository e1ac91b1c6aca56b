import { ask } from './course'

export const voiceQuestions = [
  ask(
    'single',
    ['Звідки береться сила голосу?', 'Where does the strength of a voice come from?'],
    [
      'З напруження горла\n*З повітря, яке рухається від живота\nЗі швидкості мовлення\nЗ гучності в навушниках',
      'From tension of the throat\n*From air, moved from the belly\nFrom the speed of speech\nFrom the volume in the headphones',
    ],
    ['Хто тисне горлом, утомлюється вдвічі швидше.', 'Whoever presses with the throat tires twice as fast.'],
  ),
  ask(
    'single',
    [
      'Хрипота триває вже четвертий тиждень. Що робити?',
      'Hoarseness has lasted into the fourth week. What do you do?',
    ],
    [
      'Пити більше кави\nПерейти на шепіт\n*Звернутися до лікаря\nЧекати: сама мине',
      'Drink more coffee\nTurn to whispering\n*See a doctor\nWait: it will pass',
    ],
    [
      'Понад три тижні — це вже привід для лікаря, навіть якщо не болить.',
      'More than three weeks is a reason to see a doctor, even without pain.',
    ],
  ),
  ask(
    'ordering',
    ['Розставте розминку, як у курсі.', 'Put the warm-up in the order of the course.'],
    [
      'Плечі й шия\nДихання\nМугикання\nТрелі губами\nСкоромовка',
      'Shoulders and neck\nBreath\nHumming\nLip trills\nTongue-twister',
    ],
    [
      'Від великих мʼязів до найтоншої роботи язика.',
      'From the large muscles to the finest work of the tongue.',
    ],
  ),
  ask(
    'multiple',
    ['Чого краще не робити, коли голос утомився?', 'What is better left when the voice is tired?'],
    [
      '*Шепотіти\n*Відкашлюватися\nМовчати половину перерви\n*Перекрикувати зал\nПити воду',
      '*Whispering\n*Clearing the throat\nBeing silent for half of the break\n*Shouting over the room\nDrinking water',
    ],
    [
      'Напружений шепіт і кашель втомлюють складки більше, ніж тиха мова.',
      'A tense whisper and coughing tire the folds more than soft speech.',
    ],
  ),
  ask(
    'single',
    ['Де має бути мікрофон?', 'Where should the microphone be?'],
    [
      'Просто навпроти рота\n*За два пальці від кутика губ\nНа рівні очей\nПід підборіддям',
      'Right in front of the mouth\n*Two fingers from the corner of the mouth\nAt the height of the eyes\nUnder the chin',
    ],
    [
      'Так не чути дихання й не треба підвищувати голос.',
      'So breathing is not heard, and you need not raise your voice.',
    ],
  ),
  ask(
    'multiple',
    [
      'Після двох годин дзвінків голос відпочине, якщо ви…',
      'After two hours of calls the voice rests if you…',
    ],
    [
      '*відповідатимете в чаті\n*слухатимете розмови для оцінювання\nприйматимете скарги телефоном\n*проходитимете курс у власному темпі',
      '*answer in chat\n*listen to talks for review\ntake complaints on the phone\n*take a self-paced course',
    ],
    [
      'Відпочиває те, що не працює: інше завдання теж відпочинок.',
      'What does not work rests: another task is rest too.',
    ],
  ),
  ask(
    'single',
    [
      'Сусід чує вашого клієнта з навушників. Це означає…',
      'Your neighbour hears your customer from your headphones. It means…',
    ],
    [
      'гарнітура якісна\n*гучність завелика\nклієнт кричить\nтреба сісти далі',
      'the headset is good\n*the volume is too high\nthe customer shouts\nyou should sit further away',
    ],
    [
      'Правильна гучність — найменша, за якої чутно все.',
      'The right volume is the lowest at which you hear everything.',
    ],
  ),
  ask(
    'single',
    [
      'Над вашим столом дме кондиціонер, і горло сохне. Найкраще…',
      'The air conditioning blows at your desk and your throat is dry. Best is to…',
    ],
    [
      'терпіти до весни\nвимкнути його без розмов\n*повідомити про несправність на сторінці робочого місця\nпити гарячий чай щопівгодини',
      'bear it till spring\nswitch it off without a word\n*report a fault on the page of your workplace\ndrink hot tea every half-hour',
    ],
    [
      'Це така сама несправність, як зламане крісло, і в неї буде відповідальний.',
      'It is a fault like a broken chair, and somebody will own it.',
    ],
  ),
  ask(
    'text',
    [
      'Скільки секунд тиші варто робити після кожних двох-трьох розмов? Напишіть число.',
      'How many seconds of silence are worth making after every two or three talks? Write the number.',
    ],
    ['10\nдесять', '10\nten'],
    [
      'Десять секунд кілька разів на годину складаються в десять хвилин за зміну.',
      'Ten seconds several times an hour add up to ten minutes in a shift.',
    ],
  ),
]
