import type { Shape } from '../shape.ts'
import type zh from '../zh/auth.ts'

export default {
  signIn: {
    title: 'Sign in',
    username: 'User name',
    password: 'Password',
    submit: 'Sign in',
    forgotten: 'If you have forgotten your password, ask the system administrator of your unit to set a new one.',
    notSignedIn: 'Not signed in',
    faults: {
      wrong: 'The user name or the password is not correct.',
      held: 'Too many wrong passwords. Please try again in ten minutes. Nobody else is affected.',
      'no-post': 'You hold no post at present and cannot sign in. Please ask the security officer of your unit.',
      'other-person':
        'This is not the person who typed it, so nothing was sent. It is all still here: the same person has to sign in.',
    },
    notices: {
      'set-up': 'The system has been set up. Please sign in.',
      'signed-out': 'You have signed out.',
    },
  },
  held: {
    kept: 'What you typed is still here',
    over: {
      title: 'Session over',
      words:
        'Your session is over, and what you just sent was not carried out. Sign in again below as the same person; then you can send it on as it is. Please do not close this page.',
    },
    mustChange: {
      title: 'Change your password first',
      words:
        'Your password was set by an administrator and has to be changed first. Change it in a new window, then come back to this page and send the form on.',
    },
    toPassword: 'Change the password in a new window',
    again: {
      title: 'Signed in: please send it on',
      words:
        'What you sent when the session was over was not carried out. Press “Send it on” to send it just as you typed it.',
    },
    submit: 'Send it on',
    drop: 'Do not send it; back to the page',
    files: 'Files that were kept:',
    lost: 'Files that could not be kept and have to be chosen again:',
    secret: 'Password',
    secretHint: 'Passwords are not kept: type the one of that form again.',
  },
  demonstration: {
    title: 'People of the demonstration',
    lead: 'One click signs you in as that person, without a password. People and units are fictional.',
    password: 'The password of every demonstration person is {{password}}; it is asked for when something is signed.',
    role: 'Role',
    person: 'Name',
    post: 'Unit and post',
    enter: 'Sign in',
    enterAs: 'Sign in as {{name}} ({{post}})',
    act: 'Action',
  },
  password: {
    title: 'Change password',
    must: 'Your password was set by an administrator. Please change it to one of your own before you go on.',
    current: 'Present password',
    next: 'New password',
    rule: 'At least 10 characters of three of these kinds: capital letters, small letters, digits, signs.',
    repeated: 'New password again',
    submit: 'Change password',
    others: 'You will be signed out everywhere else.',
  },
  setup: {
    title: 'Set up the system',
    lead: 'Please create the system administrator and the security officer. They are two different people: the first keeps units, people and accounts, the second keeps posts and permissions. This link works once, within 24 hours.',
    unit: 'The body that uses the system',
    unitName: 'Name',
    unitNameHint:
      'For example the people’s government of the city. The system administrator adds the other units later.',
    shortName: 'Short name',
    region: 'Administrative region',
    level: 'Level',
    levelEmpty: 'Please choose',
    administrator: 'System administrator',
    officer: 'Security officer',
    person: 'Name',
    post: 'Post',
    username: 'User name',
    usernameHint: 'Begins with a small letter, 3 to 40 characters; digits, dots, underscores and hyphens may follow.',
    password: 'Password',
    repeated: 'Password again',
    submit: 'Set up',
  },
} satisfies Shape<typeof zh>
