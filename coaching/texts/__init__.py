"""The words, all of them: what the coach says (`en/*.ftl`, `zh-Hans/*.ftl`) and understands."""
