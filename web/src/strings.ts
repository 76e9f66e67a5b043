/**
 * Every word of the page, in one place. Another language is another object of this form; dates and numbers come from Intl, plurals from
 * Intl.PluralRules. What the API says (reasons, some errors) comes as it is.
 */
import { once } from './once';

export const language = 'en';

const rules = once(() => new Intl.PluralRules(language));
const number = once(() => new Intl.NumberFormat(language));
const rating = once(() => new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
const day = once(() => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }));
const languages = once(() => new Intl.DisplayNames(language, { type: 'language' }));
const list = once(() => new Intl.ListFormat(language, { type: 'conjunction' }));

const count = (many: number, one: string, other: string) => `${number().format(many)} ${rules().select(many) === 'one' ? one : other}`;

export const format = {
  number: (value: number) => number().format(value),
  rating: (value: number) => rating().format(value),
  /** `1999-03-31` as a day, `1999` as it is. */
  date: (text: string) => (/^\d{4}-\d{2}-\d{2}/.test(text) ? day().format(new Date(`${text.slice(0, 10)}T00:00:00Z`)) : text),
  language: (code: string) => {
    try {
      return languages().of(code) ?? code;
    } catch {
      return code;
    }
  },
  list: (parts: readonly string[]) => list().format(parts),
};

export const strings = {
  name: 'MovieRec',
  skip: 'Skip to the content',
  kinds: { movie: 'Film', tv: 'Series' },
  kindsMany: { both: 'Films and series', movie: 'Films', tv: 'Series' },
  genres: {
    12: 'Adventure', 14: 'Fantasy', 16: 'Animation', 18: 'Drama', 27: 'Horror', 28: 'Action', 35: 'Comedy', 36: 'History', 37: 'Western',
    53: 'Thriller', 80: 'Crime', 99: 'Documentary', 878: 'Science fiction', 9648: 'Mystery', 10402: 'Music', 10749: 'Romance', 10751: 'Family',
    10752: 'War', 10759: 'Action & adventure', 10762: 'Kids', 10763: 'News', 10764: 'Reality', 10765: 'Sci-fi & fantasy', 10766: 'Soap',
    10767: 'Talk', 10768: 'War & politics', 10770: 'TV film',
  } as Readonly<Record<number, string>>,
  titled: (name: string, year: string, kind: string) => (year ? `${name} (${year}), ${kind.toLowerCase()}` : `${name}, ${kind.toLowerCase()}`),

  nav: {
    main: 'Main', home: 'Home', search: 'Search', favourites: 'Favourites', watchlist: 'Watchlist', account: 'Account', preferences: 'Your taste',
    signIn: 'Sign in', signUp: 'Sign up', toDark: 'Switch to the dark theme', toLight: 'Switch to the light theme',
  },

  states: {
    loading: 'Loading',
    slow: 'This takes longer than it should. Still trying …',
    offline: { title: 'You are offline', text: 'This comes back by itself as soon as you are.' },
    timeout: { title: 'No answer in time', text: 'The service took too long. It may be starting, or your connection is slow.' },
    failed: { title: 'That did not work', text: 'The service answered with an error.' },
    retry: 'Try again',
    offlineBar: 'You are offline. What was read already can still be seen.',
    update: 'A new version is here.',
    reload: 'Reload',
    crashed: { title: 'Something broke on this page', text: 'Nothing of yours is lost. Loading the page again should help.' },
    notConfigured: { title: 'MovieRec cannot start', text: 'The file config.json, which says where the API is, could not be read.' },
  },

  notices: {
    region: 'Notices', dismiss: 'Dismiss', undo: 'Undo',
    added: { favourites: (name: string) => `${name} is in your favourites.`, watchlist: (name: string) => `${name} is on your watchlist.` },
    removed: { favourites: (name: string) => `${name} is no longer in your favourites.`, watchlist: (name: string) => `${name} is off your watchlist.` },
    dismissed: (name: string) => `You will not be shown ${name} again.`,
    notSaved: (why: string) => `That was not saved. ${why}`,
    signedOut: 'You are signed out.',
    sessionLost: 'Your session has ended. Sign in to go on where you were.',
    exported: (file: string) => `${file} is on its way to your downloads.`,
  },

  errors: {
    network: 'There is no connection to the service.',
    timeout: 'The service did not answer in time.',
    unknown: 'The service answered with an error.',
    lockedOut: 'Too many wrong passwords: this email is locked for now, for 15 minutes at most. Wait, then try again.',
    codes: {
      NotAuthorizedException: 'Email or password is wrong.',
      UsernameExistsException: 'There is an account with this email already. Sign in instead.',
      CodeMismatchException: 'That is not the code. Look again, or have a new one sent.',
      ExpiredCodeException: 'That code is too old. Have a new one sent.',
      LimitExceededException: 'Too many attempts. Wait a moment, then try again.',
      TooManyRequestsException: 'Too many attempts. Wait a moment, then try again.',
      UserNotConfirmedException: 'This account still needs its code.',
      ListFull: 'This list is full: it holds 5,000 titles.',
      PreconditionFailed: 'Your taste is being changed elsewhere at this moment. Try again.',
      PayloadTooLarge: 'There is no room for more. Take something back first, such as a title you sent away.',
      Unavailable: 'The service is busy. Try again in a moment.',
      Timeout: 'The service did not answer in time.',
      InternalError: 'The service made a mistake. Try again.',
    } as Readonly<Record<string, string>>,
    fields: {
      notInterested: 'You sent away as many titles as can be kept: 5,000. Bring some back first, under “Your taste”.',
    } as Readonly<Record<string, string>>,
  },

  welcome: {
    title: 'Find something to watch tonight',
    lead: 'Tell MovieRec what you like. It looks through every film and series it knows and says which ones suit you, and why.',
    start: 'Get my recommendations',
    signIn: 'I have an account',
    minute: 'Takes a minute. Your email and a password, nothing else.',
    points: [
      ['Reasons that are true', 'Every suggestion says why it is here. The reasons are the sum it was ranked by, not a guess made up afterwards.'],
      ['The whole catalogue', 'Not ten blockbusters: every title it has is weighed for you, every time, the little known beside the famous.'],
      ['Yours alone', 'No ads and no trackers. Take everything with you whenever you like.'],
    ] as readonly (readonly [string, string])[],
    example: { label: 'An example', because: 'Because you liked Interstellar and Blade Runner: science fiction; directed by Denis Villeneuve, whom you follow.' },
    look: 'Look around first',
  },

  auth: {
    signUp: { title: 'Make an account', submit: 'Send me a code', have: 'You have an account?', lead: 'So that your lists and your taste are there tomorrow.' },
    signIn: { title: 'Sign in', submit: 'Sign in', none: 'New here?', lead: 'Good to see you again.', next: 'Then you go on where you were.' },
    verify: {
      title: 'Enter your code', submit: 'Confirm', code: 'Code of 6 digits', lead: (email: string) => `We sent it to ${email}.`, leadOpen: 'We sent it to your email.',
      inbox: 'Open this machine’s inbox', inboxHint: 'Mail does not leave this machine: the code is in its inbox.',
      inboxElsewhere: 'Mail does not leave this machine: the code is in its inbox, at the address that ./run printed.', resend: 'Send a new code',
      resent: 'A new code is on its way.', done: 'Your account is ready. Sign in to start.', again: (seconds: number) => `A new code in ${seconds} s`,
    },
    email: 'Email', password: 'Password', show: 'Show password', showShort: 'Show', hideShort: 'Hide',
    passwordHint: 'At least 8 characters, with a capital, a small letter, a digit and a sign.',
    stay: 'Stay signed in on this device', stayHint: 'Otherwise you are signed out when you close this tab.',
    emailWrong: 'Enter your email, such as you@example.com.', passwordMissing: 'Enter your password.', codeWrong: 'The code has 6 digits.',
  },

  start: {
    step: (now: number, of: number) => `Step ${now} of ${of}`,
    later: 'Skip for now', back: 'Back', next: 'Next', finish: 'Show me what to watch',
    groups: {
      title: 'What do you like to watch?', lead: 'Pick a few. It need not be exact.',
      chosen: (many: number) => (many === 0 ? 'Nothing picked yet' : `${count(many, 'group', 'groups')} picked`),
    },
    picks: {
      title: 'Which of these do you love?', lead: 'Tap what you would watch again. Three are enough to begin with, and go into your favourites.',
      search: 'Add one that is not here', more: 'Show more',
      picked: 'Picked so far', chosen: (many: number) => (many === 0 ? 'Nothing picked yet' : `${count(many, 'favourite', 'favourites')} picked`),
    },
    tune: { title: 'Anything else we should know?', lead: 'All of this is optional, and you can change it whenever you like.' },
    resume: { title: 'Tell us a little more', text: 'A minute of picking makes the list below yours.', action: 'Go on' },
  },

  groups: {
    mind: ['Mind-bending', 'Science fiction that asks questions'],
    space: ['To the stars', 'Space, adventure, other worlds'],
    crime: ['Crime and punishment', 'Detectives, heists, the underworld'],
    tense: ['Edge of the seat', 'Thrillers and suspense'],
    laugh: ['A good laugh', 'Comedies of every kind'],
    love: ['Love stories', 'Romance, happy or not'],
    fantasy: ['Magic and myth', 'Fantasy and epic adventure'],
    action: ['Full speed', 'Action, chases, heroes'],
    true: ['Based on a true story', 'History, lives, documentaries'],
    scary: ['Scare me', 'Horror and the supernatural'],
    family: ['For everybody', 'Family evenings and animation'],
    human: ['Human stories', 'Drama, close to life'],
    war: ['War and frontier', 'Westerns, soldiers, hard choices'],
    music: ['Music in it', 'Musicals and musicians'],
  } as Readonly<Record<string, readonly [name: string, text: string]>>,

  home: {
    title: 'For you', pick: 'Tonight’s pick', another: 'Another one', more: 'More for you',
    because: (name: string) => `Because you liked ${name}`,
    trending: 'Trending now', popular: 'Popular', topRated: 'Top rated',
    kind: 'Show',
    empty: { title: 'Nothing to recommend', text: 'Your deal-breakers may leave nothing over. Loosen them, or have a look around below.', action: 'Your taste' },
    popularNote: 'These are what most people like. Add favourites, and they become yours.',
    previous: (row: string) => `Back in ${row}`, next: (row: string) => `On in ${row}`,
  },

  search: {
    title: 'Search', label: 'Search films, series and people', placeholder: 'Title, director, actor …', clear: 'Clear',
    found: (many: number, query: string) => (many === 0 ? `Nothing found for “${query}”` : `${count(many, 'result', 'results')} for “${query}”`),
    none: { title: 'Nothing found', text: 'Small typing errors are forgiven; perhaps it goes by another name. People are found by their full names.' },
    before: 'Popular right now', more: 'Show more',
  },

  title: {
    favourite: 'Favourite', watchlist: 'Watchlist', notInterested: 'Not interested',
    why: 'Why it suits you', more: 'More like this', facts: 'Facts', released: 'Released', firstAired: 'First aired', genres: 'Genres', language: 'Language',
    original: 'Original title', rating: 'Rating', outOf: (value: string) => `${value} out of 10`, votes: (many: number) => count(many, 'vote', 'votes'),
    likeYours: (names: string) => `Much like ${names} from your favourites.`,
    yourGenres: (names: string) => `${names}: you said you like that.`,
    unsure: 'Hard to say yet: it has little in common with what you told us. That may be a reason, too.',
    signInToKnow: 'Sign in to see why it might suit you, and to keep it.',
    missing: { title: 'No such title', text: 'The catalogue does not have it, or does not have it any more.' },
    match: (score: string) => `${score} out of 100`,
  },

  lists: {
    favourites: { title: 'Favourites', empty: 'Nothing here yet', text: 'What you love goes here, and shapes what you are recommended.', action: 'Find something you love' },
    watchlist: { title: 'Watchlist', empty: 'Nothing to watch yet', text: 'What you mean to watch goes here.', action: 'Find something to watch' },
    count: (many: number) => count(many, 'title', 'titles'),
    shown: (some: number, all: number) => `${number().format(some)} of ${count(all, 'title', 'titles')}`,
    filter: 'Filter by name', kind: 'Kind', kinds: { both: 'All', movie: 'Films', tv: 'Series' }, genre: 'Genre', allGenres: 'All', sort: 'Sort by',
    sorts: { added: 'Added', name: 'Name', newest: 'Newest', oldest: 'Oldest', rating: 'Rating' },
    remove: (name: string) => `Remove ${name}`, none: 'Nothing matches', noneText: 'Loosen the filter to see the rest.', clear: 'Clear the filter',
    csv: 'Export as CSV', json: 'Export as JSON',
    columns: { title: 'Title', kind: 'Kind', released: 'Released', rating: 'Rating', genres: 'Genres', added: 'Added', id: 'Id' },
  },

  taste: {
    title: 'Your taste', lead: 'Everything here is optional and saved as you go.', saving: 'Saving …', saved: 'Saved',
    more: ['More of', 'Genres you like'], less: ['Less of', 'Genres you can do without'],
    eras: ['Eras', 'When it was made'], languages: ['Languages', 'What you like to listen to'],
    international: ['From abroad', 'How you feel about films in other languages'],
    moods: ['Moods', 'What you are usually after'], people: ['People', 'Whose work you follow'],
    dealBreakers: ['Deal-breakers', 'What you never want to see. As far as the facts tell.'],
    runtime: ['Length', 'How much time you have'], discovery: ['Discovery', 'What to look for beside your taste'],
    actors: 'Actors', directors: 'Directors', addPerson: 'Add', removePerson: (name: string) => `Remove ${name}`, personHint: 'Full name, as in the credits',
    dismissed: ['Not interested', 'Titles you sent away. Bring back what you want to be shown again.'], noneDismissed: 'None.', bringBack: (name: string) => `Bring back ${name}`,
    eraNames: { classic: 'Before 1980', '1980s': '1980s', '1990s': '1990s', '2000s': '2000s', '2010s': '2010s', recent: 'Since 2015' },
    moodNames: {
      uplifting: 'Uplifting', thrilling: 'Thrilling', thoughtProvoking: 'Thoughtful', dark: 'Dark', funny: 'Funny', romantic: 'Romantic', melancholic: 'Melancholic',
      epic: 'Epic', nostalgic: 'Nostalgic', quirky: 'Quirky',
    },
    internationalNames: { '': 'No matter', veryOpen: 'Gladly', englishPreferred: 'Rather English', englishOnly: 'English only' },
    dealBreakerNames: { violence: 'Violence', sexualContent: 'Sexual content', profanity: 'Strong language', slowPace: 'Slow pace', subtitles: 'Subtitles' },
    runtimeNames: { '': 'No matter', short: 'Short', medium: 'Medium', long: 'Long' },
    discoveryNames: { trending: 'What is talked about', hiddenGems: 'Hidden gems', awardWinning: 'Award winners' },
    languageCodes: ['en', 'es', 'fr', 'de', 'it', 'ja', 'ko', 'zh', 'hi', 'pt', 'sv', 'da', 'ru', 'ar'],
  },

  account: {
    title: 'Account', signedInAs: 'Signed in as', signOut: 'Sign out', data: 'Your data', export: 'Export everything', exportText: 'Favourites, watchlist and taste in one JSON file.',
    theme: 'Theme', themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
    taste: 'Your taste', tasteText: 'Genres, eras, languages, people, deal-breakers.', questionnaire: 'Pick groups again', questionnaireText: 'The three steps from the beginning.',
    about: 'About', catalogue: 'Catalogue: facts from Wikidata (CC0), Wikipedia’s film lists and TVmaze (CC BY-SA 4.0). Posters, where there are any: TMDB. This product uses the TMDB API but is not endorsed or certified by TMDB.',
  },

  notFound: { title: 'Nothing here', text: 'This address leads nowhere.', action: 'Go home' },
} as const;
