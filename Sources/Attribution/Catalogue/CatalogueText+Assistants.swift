extension CatalogueText {
    /// AI assistants.
    static let assistants = """
        Alice: alice.yandex.ru; Baidu AI: ai.baidu.com; Character.AI: character.ai; ChatGLM: chatglm.cn
        ChatGPT: chatgpt.com chat.openai.com; Claude: claude.ai claude.com; Consensus: consensus.app
        Copilot: copilot.cloud.microsoft copilot.microsoft.com edgeservices.bing.com m365.cloud.microsoft
        DeepSeek: deepseek.com; Doubao: doubao.com; Duck.ai: duck.ai; Elicit: elicit.com; Ernie Bot: yiyan.baidu.com
        Exa: exa.ai; Felo: felo.ai; Gemini: bard.google.com gemini.google.com; Genspark: genspark.ai
        GigaChat: giga.chat; Google AI Studio: aistudio.google.com; Grok: grok.com x.ai; Hailuo: hailuoai.com
        iAsk: iask.ai; Jasper: app.jasper.ai; Kimi: kimi.ai kimi.com kimi.moonshot.cn; Komo: komo.ai
        Le Chat: chat.mistral.ai; Liner: getliner.com liner.com; LMArena: lmarena.ai; Lumo: lumo.proton.me
        Manus: manus.im; Merlin: getmerlin.in; Meta AI: meta.ai; Metaso: metaso.cn; MiniMax: minimax.io
        Monica: monica.im; NotebookLM: notebooklm.google.com; OpenEvidence: openevidence.com
        Perplexity: perplexity.ai pplx.ai; Phind: phind.com; Pi: pi.ai; Poe: poe.com
        Qwen: qwen.ai tongyi.com tongyi.aliyun.com; Sider: sider.ai; T3 Chat: t3.chat; Tiangong: tiangong.cn
        Venice: venice.ai; Writesonic: writesonic.com; You: you.com; Yuanbao: yuanbao.tencent.com; Z.ai: z.ai
        """
}
