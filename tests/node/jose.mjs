// One task a line on stdin, as JSON; one line out for each. The other side of our sealed cases, letters and receipts.
import { createInterface } from "node:readline";
import { CompactEncrypt, compactDecrypt, compactVerify, createLocalJWKSet, generateKeyPair, exportJWK, exportPKCS8, importJWK } from "jose";

const tasks = {
  async open({ jwe, key }) {
    const { plaintext, protectedHeader } = await compactDecrypt(jwe, await importJWK(key, "ECDH-ES"));
    return { header: protectedHeader, text: new TextDecoder().decode(plaintext) };
  },
  async verify({ jws, keys }) {
    const { payload, protectedHeader } = await compactVerify(jws, createLocalJWKSet(keys));
    return { header: protectedHeader, text: new TextDecoder().decode(payload) };
  },
  async seal({ text, key, header }) {
    const jwe = await new CompactEncrypt(new TextEncoder().encode(text))
      .setProtectedHeader({ alg: "ECDH-ES", enc: "A256GCM", ...header })
      .encrypt(await importJWK(key, "ECDH-ES"));
    return { jwe };
  },
  async pair() {
    const { publicKey, privateKey } = await generateKeyPair("ECDH-ES", { crv: "P-256", extractable: true });
    return { public: await exportJWK(publicKey), private: await exportJWK(privateKey), pem: await exportPKCS8(privateKey) };
  },
};
for await (const line of createInterface({ input: process.stdin })) {
  const task = JSON.parse(line);
  console.log(JSON.stringify(await tasks[task.do](task)));
}
