import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Check } from '../../components/Choice.tsx';
import { FileInput } from '../../components/FileInput.tsx';
import { call } from '../../state/desk.ts';
import { toBase64 } from '../../state/files.ts';
import { reportDone } from '../../state/messages.ts';
import { JOIN_TEXTS } from './joinTexts.ts';
import styles from './SetUp.module.css';

/** The roster that comes back; it vouches for itself, so people compare its fingerprint with paper before it is taken in. */
export function JoinAnswer() {
  const input = useRef<HTMLInputElement>(null);
  const [same, setSame] = useState(false);
  const client = useQueryClient();
  const open = useMutation({
    mutationFn: async (chosen: File) => {
      const file = { name: chosen.name, base64: await toBase64(chosen) };
      return { file, answer: await call('join.preview', { file }) };
    },
  });
  const accept = useMutation({
    mutationFn: ({ file, answer }: NonNullable<typeof open.data>) => call('join.accept', { file, root: answer.root }),
    onSuccess: (status, { answer }) => {
      client.removeQueries({ queryKey: ['people'] });
      client.setQueryData(['status'], status);
      reportDone(JOIN_TEXTS.done(answer.office));
    },
  });
  const found = open.data;
  const why = found ? (same ? undefined : JOIN_TEXTS.compare) : JOIN_TEXTS.fileMissing;
  return (
    <section className={styles.step} aria-labelledby="join-answer">
      <h2 id="join-answer">{JOIN_TEXTS.answer}</h2>
      <p>{JOIN_TEXTS.answerNote}</p>
      <FileInput
        label={JOIN_TEXTS.file}
        accept=".xsroster"
        inputRef={input}
        onFiles={([file]) => {
          setSame(false);
          open.mutate(file);
        }}
      />
      <div>
        <Button onPress={() => input.current?.click()}>{JOIN_TEXTS.choose}</Button> {found?.file.name ?? JOIN_TEXTS.file}
      </div>
      {found ? (
        <div className={styles.codes}>
          <dl>
            <div>
              <dt>{JOIN_TEXTS.office}</dt>
              <dd>{found.answer.office}</dd>
            </div>
            <div>
              <dt>{JOIN_TEXTS.fingerprint}</dt>
              <dd>{found.answer.fingerprint}</dd>
            </div>
          </dl>
          <p>{JOIN_TEXTS.you(found.answer.workstation, found.answer.people)}</p>
          <Check label={JOIN_TEXTS.same} checked={same} onChange={setSame} />
        </div>
      ) : null}
      <div>
        <Button kind="primary" onPress={() => (found ? accept.mutate(found) : undefined)} why={why}>
          {JOIN_TEXTS.accept}
        </Button>
      </div>
    </section>
  );
}
