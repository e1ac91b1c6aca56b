'use client'

import {
  ArrowLeft, ArrowRight, ArrowUp, Armchair, Award, Bell, BookOpen, CalendarClock, CalendarDays, ChartColumn, Check, ChevronDown,
  ChevronRight, CircleAlert, CircleCheck, CircleDashed, CircleDot, CircleUser, CircleX, ClipboardCheck, Clock,
  Coffee, Compass, Download, Ellipsis, EyeOff, FileText, Footprints, GraduationCap, Hand, Handshake, Headset, Heart, History,
  Hourglass, House, Info, Languages, Lightbulb, ListChecks, Lock, LogOut, MapPin, MessageCircle, Mic, Minus, Monitor, Moon,
  MoveRight, OctagonAlert, Pencil, Plus, Quote, RefreshCw, Repeat, Search, Settings, Shield, Sprout, Star, Sun, SunMoon, Target,
  TriangleAlert, User, Users, Wifi, Wrench, X,
} from 'lucide-react'

/** Named by what a thing means here, so that one meaning has one picture everywhere. */
const icons = {
  add: Plus, alert: OctagonAlert, anonymous: EyeOff, answer: MessageCircle, award: Award, back: ArrowLeft, bell: Bell,
  break: Coffee, calendar: CalendarDays, career: Footprints, check: Check, close: X, compass: Compass, danger: CircleX,
  day: House, deadline: CalendarClock, document: FileText, done: CircleCheck, download: Download, down: ChevronDown,
  edit: Pencil, forward: ArrowRight, goal: Target, grow: Sprout, hand: Hand, handshake: Handshake, headset: Headset,
  heart: Heart, history: History, hourglass: Hourglass, idea: Lightbulb, info: Info, insights: ChartColumn, language: Languages,
  learn: BookOpen, list: ListChecks, lock: Lock, measure: Mic, missing: CircleDashed, monitor: Monitor, moon: Moon, more: Ellipsis,
  move: MoveRight, network: Wifi, neutral: CircleDot, none: Minus, notice: CircleAlert, people: Users, person: User,
  place: MapPin, profile: CircleUser, quote: Quote, refresh: RefreshCw, right: ChevronRight, rotation: Repeat, round: ClipboardCheck,
  search: Search, seat: Armchair, settings: Settings, shield: Shield, signOut: LogOut, star: Star, sun: Sun, tea: Coffee,
  theme: SunMoon, time: Clock, training: GraduationCap, up: ArrowUp, warning: TriangleAlert, wrench: Wrench,
}

export type IconName = keyof typeof icons

/** Always decoration: the word beside it, or the control's name, carries the meaning. */
export function Icon({ name, className = '', size = 20 }: { name: IconName; className?: string; size?: 16 | 20 | 24 | 32 }) {
  const Drawing = icons[name]
  return <Drawing size={size} strokeWidth={1.75} aria-hidden className={`shrink-0 ${className}`} />
}
