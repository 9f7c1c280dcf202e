import { Link } from '@remix-run/react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { tone?: 'primary' | 'plain' }

/** A native button: it submits its form before any script has run. */
export const Button = ({ tone = 'plain', type = 'submit', ...rest }: ButtonProps) => (
  <button {...rest} type={type} className={`button button-${tone}`} />
)

export const ButtonLink = ({
  to,
  tone = 'plain',
  children,
}: {
  to: string
  tone?: 'primary' | 'plain'
  children: ReactNode
}) => (
  <Link to={to} className={`button button-${tone}`}>
    {children}
  </Link>
)
